import type { Item, ItemPage } from '@share-my-files/contract';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { itemsKey } from './list-items.ts';

type CachedItems = InfiniteData<ItemPage, string | undefined>;

/** Changes the loaded lists ahead of the server's answer; returns how to put them back as they were. */
export const updateCachedItems = async (
  queryClient: QueryClient,
  change: (items: Item[]) => Item[],
): Promise<() => void> => {
  // An answer still on its way would overwrite the change with what was true before it.
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

export const invalidateItems = (queryClient: QueryClient): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: itemsKey });
