import { type RefObject, useEffect, useRef } from 'react';

/**
 * For an element that takes the focus when a list has lost a row and the focus was in it; without that,
 * who uses the keyboard or a screen reader would start over at the top of the page. When the element has gone
 * with the last row, the page's content takes it.
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
