/** The time of a pool in milliseconds. Tests can move it. */
export type Clock = {
  now: () => number;
  /** Moves the clock forward, or back by a negative number. It keeps running. */
  advance: (milliseconds: number) => void;
};

/** Returns a clock that starts at `start` and runs at normal speed. */
export const createClock = (start: number): Clock => {
  let offset = start - Date.now();
  return {
    now: () => Date.now() + offset,
    advance: (milliseconds) => {
      offset += milliseconds;
    },
  };
};
