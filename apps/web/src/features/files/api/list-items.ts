import { type ItemPage, type ItemView, itemPageSchema } from '@share-my-files/contract';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import type { AxiosInstance } from 'axios';
import { useApi } from '#lib/api-context.tsx';

type ListItemsParams = { readonly view: ItemView; readonly cursor: string | undefined };

const listItems = async (
  api: AxiosInstance,
  params: ListItemsParams,
  signal: AbortSignal,
): Promise<ItemPage> => itemPageSchema.parse((await api.get<unknown>('/items', { params, signal })).data);

/** The key above all three lists. */
export const itemsKey = ['items'] as const;

export const itemsQueryOptions = (api: AxiosInstance, view: ItemView) =>
  infiniteQueryOptions({
    queryKey: [...itemsKey, view],
    queryFn: ({ pageParam, signal }) => listItems(api, { view, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const useItems = (view: ItemView) => useInfiniteQuery(itemsQueryOptions(useApi(), view));
