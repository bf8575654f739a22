/** Throttles `work`: runs it now and, if called until the work and the pause are over, once more after the pause. */
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
