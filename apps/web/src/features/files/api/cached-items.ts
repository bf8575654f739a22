import type { Item, ItemPage } from '@share-my-files/contract';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { itemsKey } from './list-items.ts';

type CachedItems = InfiniteData<ItemPage, string | undefined>;

/** Updates the loaded lists before the server responds; resolves with a function that reverts them. */
export const updateCachedItems = async (
  queryClient: QueryClient,
  change: (items: Item[]) => Item[],
): Promise<() => void> => {
  // A response in flight would overwrite the change with old data.
  await queryClient.cancelQueries({ queryKey: itemsKey });
  const before = queryClient.getQueriesData<CachedItems>({ queryKey: itemsKey });
  queryClient.setQueriesData<CachedItems>(
    { queryKey: itemsKey },
    (lists) =>
      lists && { ...lists, pages: lists.pages.map((page) => ({ ...page, items: change(page.items) })) },
  );
  return () => {
    for (const [queryKey, lists] of before) queryClient.setQueryData(queryKey, lists);
  };
};

/** Returns the item from the loaded lists. */
export const findCachedItem = (queryClient: QueryClient, itemId: string): Item | undefined =>
  queryClient
    .getQueriesData<CachedItems>({ queryKey: itemsKey })
    .flatMap(([, lists]) => lists?.pages ?? [])
    .flatMap(({ items }) => items)
    .find(({ id }) => id === itemId);

export const invalidateItems = (queryClient: QueryClient): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: itemsKey });
