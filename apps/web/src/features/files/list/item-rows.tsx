import type { Item } from '@share-my-files/contract';
import { lazy, type ReactNode, type RefObject, Suspense } from 'react';
import type { RowScroller } from './virtual-rows.tsx';

/** As many rows as a browser renders without delay: two pages. */
const maximumPlainRows = 100;

// Loaded with the first long list.
const VirtualRows = lazy(async () => ({ default: (await import('./virtual-rows.tsx')).VirtualRows }));

type ItemRowsProps = {
  readonly items: readonly Item[];
  readonly list: RefObject<HTMLElement | null>;
  readonly scroller: RefObject<RowScroller | null>;
  readonly renderRow: (item: Item, index: number) => ReactNode;
};

/** All rows of a short list; of a long one, those that can be seen. */
export const ItemRows = (props: ItemRowsProps) => {
  const { items, renderRow } = props;
  if (items.length <= maximumPlainRows) return items.map(renderRow);
  return (
    <Suspense fallback={items.map(renderRow)}>
      <VirtualRows {...props} />
    </Suspense>
  );
};
