import { queryOptions, useQuery } from '@tanstack/react-query';
import type { AxiosInstance } from 'axios';
import { useApi } from '#lib/api-context.tsx';
import { getDownload } from '../api/get-download.ts';

// Kept only while the preview is on the screen: the URL lets anybody fetch the bytes for as long as it works.
const previewUrlQueryOptions = (api: AxiosInstance, itemId: string) =>
  queryOptions({
    queryKey: ['preview-url', itemId],
    queryFn: ({ signal }) => getDownload(api, itemId, 'inline', signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** A presigned URL to show an item; `refetch` asks for a new one when it has run out. */
export const usePreviewUrl = (itemId: string) => useQuery(previewUrlQueryOptions(useApi(), itemId));
