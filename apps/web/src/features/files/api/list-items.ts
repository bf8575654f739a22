import { type ItemView, listFolder, listItems, searchItems } from '@share-my-files/contract';
import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { ApiClient } from '#lib/api-client.ts';
import { useApi } from '#lib/api-context.tsx';

/** Prefix of the query keys of all lists. */
export const itemsKey = ['items'] as const;

/** A list of items: a view, what a folder contains, or what a search finds. */
export type ListSource = {
  readonly view: ItemView;
  readonly folderId?: string | undefined;
  readonly search?: string | undefined;
};

const readPage = (
  api: ApiClient,
  { view, folderId, search }: ListSource,
  cursor: string | undefined,
  signal: AbortSignal,
) => {
  if (search !== undefined) return api.call(searchItems, { query: { query: search, cursor }, signal });
  if (folderId !== undefined)
    return api.call(listFolder, { params: { folderId }, query: { cursor }, signal });
  return api.call(listItems, { query: { view, cursor }, signal });
};

const itemsQueryOptions = (api: ApiClient, source: ListSource) =>
  infiniteQueryOptions({
    queryKey: [...itemsKey, source.folderId ?? source.view, source.search],
    queryFn: ({ pageParam, signal }) => readPage(api, source, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    // While the user types, the files that matched before stay.
    ...(source.search !== undefined && { placeholderData: keepPreviousData }),
    // What others or another tab changed shows whenever the user looks at the page again.
    refetchOnWindowFocus: 'always',
  });

export const useItems = (source: ListSource) => useInfiniteQuery(itemsQueryOptions(useApi(), source));
