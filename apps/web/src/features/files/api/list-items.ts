import { type ItemView, listItems } from '@share-my-files/contract';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import type { ApiClient } from '#lib/api-client.ts';
import { useApi } from '#lib/api-context.tsx';

/** Prefix of the query keys of all three lists. */
export const itemsKey = ['items'] as const;

const itemsQueryOptions = (api: ApiClient, view: ItemView) =>
  infiniteQueryOptions({
    queryKey: [...itemsKey, view],
    queryFn: ({ pageParam, signal }) => api.call(listItems, { query: { view, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const useItems = (view: ItemView) => useInfiniteQuery(itemsQueryOptions(useApi(), view));
