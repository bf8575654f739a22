/** The state of the network; implemented by TanStack Query's `onlineManager`. */
export type Connection = {
  isOnline(): boolean;
  subscribe(listener: (isOnline: boolean) => void): () => void;
};

/** Resolves once the browser is online; rejects with the signal's reason if it aborts first. */
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
