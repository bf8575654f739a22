import { listLinks } from '@share-my-files/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ApiClient } from '#lib/api-client.ts';
import { useApi } from '#lib/api-context.tsx';

export const linksQueryOptions = (api: ApiClient, itemId: string) =>
  queryOptions({
    queryKey: ['links', itemId],
    queryFn: ({ signal }) => api.call(listLinks, { params: { itemId }, signal }),
  });

export const useLinks = (itemId: string) => useQuery(linksQueryOptions(useApi(), itemId));
