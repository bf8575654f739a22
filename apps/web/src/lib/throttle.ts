/** Serves a call at once, and all that come until the work and the pause after it are over by doing it once more. */
export const throttle = (work: () => Promise<unknown>, pause: () => Promise<void>): (() => void) => {
  let isWanted = false;
  let isBusy = false;

  const serve = async () => {
    isBusy = true;
    while (isWanted) {
      isWanted = false;
      await work();
      await pause();
    }
    isBusy = false;
  };

  return () => {
    isWanted = true;
    if (!isBusy) void serve();
  };
};
