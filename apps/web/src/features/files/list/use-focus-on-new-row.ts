import { type RefObject, useEffect, useRef } from 'react';

/**
 * For a list that a button makes longer: the button cannot keep the focus while it works, and goes when there is no
 * more. Returns what to call when more rows are asked for; the focus then goes on with the first of them.
 */
export const useFocusOnNewRow = (list: RefObject<HTMLElement | null>, rowCount: number): (() => void) => {
  const countBefore = useRef<number | null>(null);

  useEffect(() => {
    if (countBefore.current === null || rowCount <= countBefore.current) return;
    const firstNewRow = list.current?.querySelectorAll('tbody > tr')[countBefore.current];
    countBefore.current = null;
    if (document.activeElement === document.body) firstNewRow?.querySelector('button')?.focus();
  }, [list, rowCount]);

  return () => {
    countBefore.current = rowCount;
  };
};
