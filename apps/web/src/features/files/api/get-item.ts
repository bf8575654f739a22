import { getItem } from '@share-my-files/contract';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '#lib/api-context.tsx';
import { findCachedItem } from './cached-items.ts';

/** Queries one item. Starts with the item of a loaded list, and finds out whether the user still has access to it. */
export const useItem = (itemId: string) => {
  const api = useApi();
  const queryClient = useQueryClient();
  return useQuery(
    queryOptions({
      queryKey: ['item', itemId],
      queryFn: ({ signal }) => api.call(getItem, { params: { itemId }, signal }),
      initialData: () => findCachedItem(queryClient, itemId),
      initialDataUpdatedAt: 0,
      // The lists change without it, for example when an item is renamed.
      gcTime: 0,
    }),
  );
};
