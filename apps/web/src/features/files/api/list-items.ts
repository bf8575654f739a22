import { type ItemView, listFolder, listItems } from '@share-my-files/contract';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import type { ApiClient } from '#lib/api-client.ts';
import { useApi } from '#lib/api-context.tsx';

/** Prefix of the query keys of all three lists. */
export const itemsKey = ['items'] as const;

const itemsQueryOptions = (api: ApiClient, view: ItemView, folderId?: string) =>
  infiniteQueryOptions({
    queryKey: [...itemsKey, folderId ?? view],
    queryFn: ({ pageParam: cursor, signal }) =>
      folderId === undefined
        ? api.call(listItems, { query: { view, cursor }, signal })
        : api.call(listFolder, { params: { folderId }, query: { cursor }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const useItems = (view: ItemView, folderId?: string) =>
  useInfiniteQuery(itemsQueryOptions(useApi(), view, folderId));
