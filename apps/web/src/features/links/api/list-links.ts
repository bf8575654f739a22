import { type LinkList, linkListSchema } from '@share-my-files/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { AxiosInstance } from 'axios';
import { useApi } from '#lib/api-context.tsx';

const listLinks = async (api: AxiosInstance, itemId: string, signal: AbortSignal): Promise<LinkList> =>
  linkListSchema.parse((await api.get<unknown>(`/items/${itemId}/links`, { signal })).data);

export const linksQueryOptions = (api: AxiosInstance, itemId: string) =>
  queryOptions({
    queryKey: ['links', itemId],
    queryFn: ({ signal }) => listLinks(api, itemId, signal),
  });

export const useLinks = (itemId: string) => useQuery(linksQueryOptions(useApi(), itemId));
