import { downloadItem } from '@share-my-files/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ApiClient } from '#lib/api-client.ts';
import { useApi } from '#lib/api-context.tsx';

// Kept only while the preview is on the screen: the URL lets anybody fetch the bytes for as long as it works.
const previewUrlQueryOptions = (api: ApiClient, itemId: string) =>
  queryOptions({
    queryKey: ['preview-url', itemId],
    queryFn: ({ signal }) =>
      api.call(downloadItem, { params: { itemId }, query: { disposition: 'inline' }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** A presigned URL to show an item; `refetch` asks for a new one when it has run out. */
export const usePreviewUrl = (itemId: string) => useQuery(previewUrlQueryOptions(useApi(), itemId));
