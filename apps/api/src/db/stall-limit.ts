/** Limits the time in which nothing progresses: a queue that moves may take longer. The limit may change while it runs. */
export const createStallLimit = (limitMilliseconds: () => number) => {
  let progressAt = 0;

  const watch = (fail: (error: Error) => void) => {
    const startedAt = performance.now();
    let timer: NodeJS.Timeout;
    const check = () => {
      const left = Math.max(startedAt, progressAt) + limitMilliseconds() - performance.now();
      if (left > 0) timer = setTimeout(check, left);
      else fail(new Error('timeout exceeded when trying to connect'));
    };
    check();
    return () => clearTimeout(timer);
  };

  return {
    recordProgress: (): void => {
      progressAt = performance.now();
    },

    /** Settles like `waiting`, or rejects after the time limit, counted from the call or the last progress. */
    wait: async <Result>(waiting: Promise<Result>): Promise<Result> => {
      const stall = Promise.withResolvers<never>();
      const stop = watch(stall.reject);
      return await Promise.race([waiting, stall.promise]).finally(stop);
    },
  };
};
