import { useSyncExternalStore } from 'react';

const stepMilliseconds = 15_000;

/** Returns a function that subscribes to one timer, which runs while anything is subscribed. */
const createTicker = (milliseconds: number) => {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  const tick = () => {
    for (const listener of listeners) listener();
  };
  return (listener: () => void) => {
    listeners.add(listener);
    timer ??= setInterval(tick, milliseconds);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  };
};

const subscribe = createTicker(stepMilliseconds);

// Rounded, so that a render between two ticks gets the same value.
const currentStep = (): number => Math.floor(Date.now() / stepMilliseconds) * stepMilliseconds;

/** Returns the time in milliseconds, at most 15 s old; renders again as it passes. All callers share one timer. */
export const useNow = (): number => useSyncExternalStore(subscribe, currentStep);
