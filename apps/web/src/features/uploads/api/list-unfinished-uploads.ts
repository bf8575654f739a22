import { listUploads } from '@share-my-files/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ApiClient } from '#lib/api-client.ts';
import { useApi } from '#lib/api-context.tsx';

export const unfinishedUploadsQueryOptions = (api: ApiClient) =>
  queryOptions({
    queryKey: ['unfinished-uploads'],
    queryFn: ({ signal }) => api.call(listUploads, { signal }),
  });

export const useUnfinishedUploads = () => useQuery(unfinishedUploadsQueryOptions(useApi()));
