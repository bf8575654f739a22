import { useQuery } from '@tanstack/react-query';
import { getFirstBytes } from './get-first-bytes.ts';

/** More text would be slow to lay out, and nobody reads it in a dialog. */
export const previewTextBytes = 256 * 1024;

export const usePreviewText = (url: string) =>
  useQuery({
    queryKey: ['preview-text', url],
    queryFn: ({ signal }) => getFirstBytes(url, previewTextBytes, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
