/** Wraps asynchronous work, so that others can wait until none of its calls is under way. */
export const trackCalls = <Input extends unknown[], Answer>(work: (...input: Input) => Promise<Answer>) => {
  const underWay = new Set<Promise<Answer>>();
  return {
    call: (...input: Input): Promise<Answer> => {
      const running = work(...input);
      underWay.add(running);
      void Promise.allSettled([running]).then(() => underWay.delete(running));
      return running;
    },
    settled: async (): Promise<void> => {
      await Promise.allSettled(underWay);
    },
  };
};
