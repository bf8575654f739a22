import type { Item } from '@share-my-files/contract';
import { useState } from 'react';
import { emptySelection, extendToRow, selectAllRows, toggleRow, withoutLostRows } from './selection.ts';

export type ItemSelection = ReturnType<typeof useSelection>;

/** The selected ones of the listed items. */
export const useSelection = (listed: readonly Item[]) => {
  const [kept, setSelection] = useState(emptySelection);
  const order = listed.map(({ id }) => id);
  const selection = withoutLostRows(kept, order);

  return {
    items: listed.filter(({ id }) => selection.ids.has(id)),
    has: (id: string): boolean => selection.ids.has(id),
    toggle: (id: string) => setSelection(toggleRow(selection, id)),
    /** `from` is where the range starts if no row was selected before. */
    extendTo: (id: string, from?: string) =>
      setSelection(extendToRow({ ...selection, anchorId: selection.anchorId ?? from }, id, order)),
    selectAll: () => setSelection(selectAllRows(order)),
    clear: () => setSelection(emptySelection),
  };
};
