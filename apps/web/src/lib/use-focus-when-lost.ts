import { type RefObject, useEffect, useRef } from 'react';

/**
 * Returns a ref for the element that takes the focus when a list loses the row that had it; otherwise users of a keyboard
 * or screen reader would start over at the top of the page. If that element disappears with the last row, the page's
 * main content takes the focus.
 */
export const useFocusWhenLost = <Target extends HTMLElement>(
  rowCount: number | undefined,
): RefObject<Target | null> => {
  const target = useRef<Target>(null);
  const knownCount = useRef(rowCount);
  const lastFocused = useRef<EventTarget>(null);

  useEffect(() => {
    const follow = ({ target }: FocusEvent) => {
      lastFocused.current = target;
    };
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, []);

  useEffect(() => {
    const hasLostRow = (rowCount ?? 0) < (knownCount.current ?? 0);
    const hasLostFocus = lastFocused.current instanceof Node && !lastFocused.current.isConnected;
    if (hasLostRow && hasLostFocus && document.activeElement === document.body) {
      (target.current ?? document.querySelector('main'))?.focus();
    }
    knownCount.current = rowCount;
  }, [rowCount]);

  return target;
};
