import { type GrantList, grantListSchema } from '@share-my-files/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { AxiosInstance } from 'axios';
import { useApi } from '#lib/api-context.tsx';

const listGrants = async (api: AxiosInstance, itemId: string, signal: AbortSignal): Promise<GrantList> =>
  grantListSchema.parse((await api.get<unknown>(`/items/${itemId}/grants`, { signal })).data);

export const grantsQueryOptions = (api: AxiosInstance, itemId: string) =>
  queryOptions({
    queryKey: ['grants', itemId],
    queryFn: ({ signal }) => listGrants(api, itemId, signal),
  });

/** Changes to the same grants are sent one after another, so that the last one asked for is the one that holds. */
export const grantsScope = (itemId: string) => ({ id: `grants-${itemId}` });

export const useGrants = (itemId: string) => useQuery(grantsQueryOptions(useApi(), itemId));
