import { getMe } from '@share-my-files/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ApiClient } from '#lib/api-client.ts';
import { useApi } from '#lib/api-context.tsx';

export const meQueryOptions = (api: ApiClient) =>
  queryOptions({
    queryKey: ['me'],
    queryFn: ({ signal }) => api.call(getMe, { signal }),
    // Deleting files on another page changes it.
    staleTime: 0,
  });

export const useMe = () => useQuery(meQueryOptions(useApi()));
