import { downloadItem } from '@share-my-files/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ApiClient } from '#lib/api-client.ts';
import { useApi } from '#lib/api-context.tsx';

// Cached only while the preview is open: anyone with the URL can fetch the bytes until it expires.
const mediaUrlQueryOptions = (api: ApiClient, itemId: string) =>
  queryOptions({
    queryKey: ['media-url', itemId],
    queryFn: ({ signal }) =>
      api.call(downloadItem, { params: { itemId }, query: { disposition: 'inline' }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** Queries a presigned URL to show an item; `refetch` replaces an expired one. */
export const useMediaUrl = (itemId: string) => useQuery(mediaUrlQueryOptions(useApi(), itemId));
