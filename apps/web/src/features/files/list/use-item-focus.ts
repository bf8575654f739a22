import { type RefObject, useEffect, useRef, useState } from 'react';
import type { RowScroller } from './virtual-rows.tsx';

const rowAt = (list: HTMLElement | null, index: number) =>
  list?.querySelector<HTMLElement>(`tr[data-index="${index}"]`);

const focusRow = (row: HTMLElement): void => {
  const target = row.querySelector<HTMLElement>('button.item-list__open') ?? row.querySelector('input');
  target?.focus();
  row.scrollIntoView({ block: 'nearest' });
};

/**
 * Moves the focus between rows, of which the one that last had it is the only stop of the Tab key. A row that is not
 * rendered takes the focus once it has been scrolled to.
 */
export const useItemFocus = (list: RefObject<HTMLElement | null>, ids: readonly string[]) => {
  const scroller = useRef<RowScroller>(null);
  const wanted = useRef<number>(undefined);
  const [lastId, setLastId] = useState<string>();

  useEffect(() => {
    const row = wanted.current === undefined ? undefined : rowAt(list.current, wanted.current);
    if (!row) return;
    wanted.current = undefined;
    focusRow(row);
  });

  return {
    scroller,
    stopId: lastId !== undefined && ids.includes(lastId) ? lastId : ids[0],
    rememberFocus: setLastId,
    focusItem: (index: number) => {
      const row = rowAt(list.current, index);
      if (row) {
        focusRow(row);
        return;
      }
      wanted.current = index;
      setLastId(ids[index]);
      scroller.current?.scrollTo(index);
    },
  };
};
