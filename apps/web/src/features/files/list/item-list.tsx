import type { Item } from '@share-my-files/contract';
import type { ReactNode } from 'react';
import { ErrorState } from '#components/error-state.tsx';
import type { MenuAction } from '#components/menu.tsx';
import { useFocusWhenLost } from '#lib/use-focus-when-lost.ts';
import { type ListSource, useItems } from '../api/list-items.ts';
import { SelectionBar } from '../selection/selection-bar.tsx';
import { type KeyCommands, useListKeys } from '../selection/use-list-keys.ts';
import { useRowPresses } from '../selection/use-row-presses.ts';
import { useSelection } from '../selection/use-selection.ts';
import { ItemListSkeleton } from './item-list-skeleton.tsx';
import { ItemRow } from './item-row.tsx';
import { ItemRows } from './item-rows.tsx';
import { ItemTable } from './item-table.tsx';
import { useListLayout } from './list-layout.ts';
import { ListToolbar } from './list-toolbar.tsx';
import { ShowMore } from './show-more.tsx';
import { useFocusOnNewRow } from './use-focus-on-new-row.ts';
import { useItemFocus } from './use-item-focus.ts';

type ItemListProps = ListSource & {
  readonly actions: (item: Item) => readonly MenuAction[];
  readonly onOpen?: (item: Item) => void;
  /** What can be done with many files at once; without it, they cannot be selected. */
  readonly bulkActions?: ((items: readonly Item[]) => readonly MenuAction[]) | undefined;
  readonly keys?: KeyCommands;
  /** Shown instead of an empty list. */
  readonly children: ReactNode;
};

const noKeys: KeyCommands = {};

type LoadedListProps = ItemListProps & {
  readonly query: ReturnType<typeof useItems>;
  readonly items: readonly Item[];
};

const LoadedList = (props: LoadedListProps) => {
  const { query, items, view, actions, onOpen, bulkActions, keys = noKeys, search, children } = props;
  const { error, hasNextPage, fetchNextPage, isFetchingNextPage, isFetchNextPageError } = query;
  const region = useFocusWhenLost<HTMLDivElement>(items.length);
  const focusOnNewRow = useFocusOnNewRow(region, items.length);
  const [layout, setLayout] = useListLayout();
  const selection = useSelection(items);
  const pressesOf = useRowPresses(selection);
  const { scroller, stopId, rememberFocus, focusItem } = useItemFocus(
    region,
    items.map(({ id }) => id),
  );
  useListKeys({
    list: region,
    items,
    selection,
    commands: keys,
    focusItem,
    canSelect: bulkActions !== undefined,
  });

  const showMore = () => {
    focusOnNewRow();
    void fetchNextPage();
  };

  const renderRow = (item: Item, index: number) => (
    <ItemRow
      key={item.id}
      view={view}
      index={index}
      item={item}
      actions={actions(item)}
      onOpen={onOpen}
      search={search}
      selection={bulkActions && selection}
      tabIndex={item.id === stopId ? 0 : -1}
      rowProps={{ onFocus: () => rememberFocus(item.id), ...(bulkActions && pressesOf(item.id)) }}
    />
  );

  return (
    <div className="item-list__region" ref={region} tabIndex={-1}>
      {items.length === 0 && !hasNextPage ? (
        children
      ) : (
        <>
          <ListToolbar layout={layout} onLayout={setLayout}>
            {bulkActions && <SelectionBar count={items.length} selection={selection} actions={bulkActions} />}
          </ListToolbar>
          <ItemTable
            view={view}
            layout={layout}
            rowCount={hasNextPage ? -1 : items.length + 1}
            isSelectable={bulkActions !== undefined}
          >
            <ItemRows key={layout} items={items} list={region} scroller={scroller} renderRow={renderRow} />
          </ItemTable>
        </>
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

/** A list of items, loaded page by page. */
export const ItemList = (props: ItemListProps) => {
  const query = useItems(props);
  const { data, error, refetch } = query;
  if (data === undefined) {
    if (error === null) return <ItemListSkeleton view={props.view} />;
    return <ErrorState title="The files could not be loaded" error={error} onRetry={() => void refetch()} />;
  }
  return <LoadedList {...props} query={query} items={data.pages.flatMap(({ items }) => items)} />;
};
