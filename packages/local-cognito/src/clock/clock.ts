/** The time of a pool in milliseconds, which tests can move. */
export type Clock = {
  now: () => number;
  /** Moves the clock on, or back by a negative number. It goes on running from there. */
  advance: (milliseconds: number) => void;
};

/** A clock that shows `start` now and runs like that of the machine. */
export const createClock = (start: number): Clock => {
  let offset = start - Date.now();
  return {
    now: () => Date.now() + offset,
    advance: (milliseconds) => {
      offset += milliseconds;
    },
  };
};
