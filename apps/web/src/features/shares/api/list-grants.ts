import { listGrants } from '@share-my-files/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ApiClient } from '#lib/api-client.ts';
import { useApi } from '#lib/api-context.tsx';

export const grantsQueryOptions = (api: ApiClient, itemId: string) =>
  queryOptions({
    queryKey: ['grants', itemId],
    queryFn: ({ signal }) => api.call(listGrants, { params: { itemId }, signal }),
  });

/** Serialises changes to the grants of an item, so that the last one wins. */
export const grantsScope = (itemId: string) => ({ id: `grants-${itemId}` });

export const useGrants = (itemId: string) => useQuery(grantsQueryOptions(useApi(), itemId));
