import type { Item, ItemView } from '@share-my-files/contract';
import type { ReactNode } from 'react';
import { ErrorState } from '#components/error-state.tsx';
import type { MenuAction } from '#components/menu.tsx';
import { useFocusWhenLost } from '#lib/use-focus-when-lost.ts';
import { useItems } from '../api/list-items.ts';
import { ItemListSkeleton } from './item-list-skeleton.tsx';
import { ItemRow } from './item-row.tsx';
import { ItemTable } from './item-table.tsx';
import { ShowMore } from './show-more.tsx';
import { useFocusOnNewRow } from './use-focus-on-new-row.ts';

type ItemListProps = {
  readonly view: ItemView;
  readonly actions: (item: Item) => readonly MenuAction[];
  readonly onOpen?: (item: Item) => void;
  /** Shown instead of an empty list. */
  readonly children: ReactNode;
};

/** One of the three lists, loaded page by page. */
export const ItemList = ({ view, actions, onOpen, children }: ItemListProps) => {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isFetchNextPageError } =
    useItems(view);
  const items = data?.pages.flatMap((page) => page.items);
  const region = useFocusWhenLost<HTMLDivElement>(items?.length);
  const focusOnNewRow = useFocusOnNewRow(region, items?.length ?? 0);

  const showMore = () => {
    focusOnNewRow();
    void fetchNextPage();
  };

  if (items === undefined) {
    if (error === null) return <ItemListSkeleton view={view} />;
    return <ErrorState title="The files could not be loaded" error={error} onRetry={() => void refetch()} />;
  }
  return (
    <div className="item-list__region" ref={region} tabIndex={-1}>
      {items.length === 0 && !hasNextPage ? (
        children
      ) : (
        <ItemTable view={view}>
          {items.map((item) => (
            <ItemRow key={item.id} view={view} item={item} actions={actions(item)} onOpen={onOpen} />
          ))}
        </ItemTable>
      )}
      {hasNextPage && (
        <ShowMore
          isLoading={isFetchingNextPage}
          error={isFetchNextPageError ? error : null}
          onShowMore={showMore}
        />
      )}
    </div>
  );
};
