/** Whether there is a network at all; TanStack Query's `onlineManager` is one. */
export type Connection = {
  isOnline(): boolean;
  subscribe(listener: (isOnline: boolean) => void): () => void;
};

/** Resolves as soon as there is a network; rejects with the signal's reason when it aborts first. */
export const whenOnline = (connection: Connection, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const check = () => {
      if (!signal.aborted && !connection.isOnline()) return;
      unsubscribe();
      signal.removeEventListener('abort', check);
      if (signal.aborted) reject(signal.reason);
      else resolve();
    };
    const unsubscribe = connection.subscribe(check);
    signal.addEventListener('abort', check);
    check();
  });
