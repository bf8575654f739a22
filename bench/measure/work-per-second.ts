/** A round ends after this amount of work or time, whichever comes first. */
export type Bounds = { workPerRound: number; secondsPerRound: number; concurrency: number };

/** Repeats a piece of work, several at a time, and counts. */
export const workPerSecond = async (work: () => Promise<unknown>, bounds: Bounds): Promise<number> => {
  const startedAt = performance.now();
  const elapsedSeconds = () => (performance.now() - startedAt) / 1000;
  let started = 0;
  let done = 0;
  const workInTurn = async () => {
    while (started < bounds.workPerRound && elapsedSeconds() < bounds.secondsPerRound) {
      started += 1;
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: bounds.concurrency }, workInTurn));
  return done / elapsedSeconds();
};
