// While the first page waits for its data, the browser is idle as well.
const firstPageMilliseconds = 3_000;

const delay = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Resolves once the first page had its time and the browser is idle: for what that page can do without. */
export const untilIdle = async (): Promise<void> => {
  await delay(firstPageMilliseconds - performance.now());
  // Safari cannot tell when it is idle.
  if (!('requestIdleCallback' in window)) return delay(1_000);
  await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1_000 }));
};
