import { type RefObject, useEffect, useRef } from 'react';

/**
 * For a list with a button that loads more rows: the button loses the focus while it loads, and disappears after the
 * last page. Returns a function to call before loading more; the focus then moves to the first new row.
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
