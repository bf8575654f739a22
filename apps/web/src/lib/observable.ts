/** A value that React (with `useSyncExternalStore`) and other code can subscribe to. */
export type Observable<Value> = {
  get(): Value;
  set(value: Value): void;
  subscribe(listener: () => void): () => void;
  /** Resolves with the first value, including the current one, that meets the condition. */
  when(condition: (value: Value) => boolean): Promise<Value>;
};

export const createObservable = <Value>(initial: Value): Observable<Value> => {
  const listeners = new Set<() => void>();
  let value = initial;

  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };

  return {
    get: () => value,
    set: (next) => {
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe,
    when: (condition) =>
      new Promise((resolve) => {
        const check = () => {
          if (!condition(value)) return;
          unsubscribe();
          resolve(value);
        };
        const unsubscribe = subscribe(check);
        check();
      }),
  };
};
