import type { Item } from '@share-my-files/contract';
import { useEffect } from 'react';
import { type ListSource, useItems } from '../api/list-items.ts';

/** Returns the files before and after one of the list, past its folders; loads the next page before it is needed. */
export const useNeighbours = (source: ListSource, itemId: string): { previous?: Item; next?: Item } => {
  const { data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = useItems(source);
  const items = data?.pages.flatMap((page) => page.items).filter(({ kind }) => kind === 'file') ?? [];
  const index = items.findIndex(({ id }) => id === itemId);

  const isLast = index !== -1 && index === items.length - 1;
  const wantsMore = isLast && hasNextPage && !isFetching && !isFetchNextPageError;
  useEffect(() => {
    if (wantsMore) void fetchNextPage();
  }, [wantsMore, fetchNextPage]);

  if (index === -1) return {};
  const [previous, next] = [items[index - 1], items[index + 1]];
  return { ...(previous && { previous }), ...(next && { next }) };
};
