/** The clock of the user pool and the API, which a walk moves instead of waiting. */
export const createClock = () => {
  let aheadMilliseconds = 0;
  return {
    now: () => Date.now() + aheadMilliseconds,
    advance: (minutes: number) => {
      aheadMilliseconds += minutes * 60_000;
    },
  };
};

export type Clock = ReturnType<typeof createClock>;
