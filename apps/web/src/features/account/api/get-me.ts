import { type Me, meSchema } from '@share-my-files/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { AxiosInstance } from 'axios';
import { useApi } from '#lib/api-context.tsx';

const getMe = async (api: AxiosInstance, signal: AbortSignal): Promise<Me> =>
  meSchema.parse((await api.get('/me', { signal })).data);

export const meQueryOptions = (api: AxiosInstance) =>
  queryOptions({
    queryKey: ['me'],
    queryFn: ({ signal }) => getMe(api, signal),
    // Files that are deleted on another page change it.
    staleTime: 0,
  });

export const useMe = () => useQuery(meQueryOptions(useApi()));
