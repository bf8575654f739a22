import { useQuery } from '@tanstack/react-query';
import axios from 'axios';

/** More than this would be slow to lay out and is never read in a dialog. */
export const previewTextBytes = 256 * 1024;

// A bare client: the URL carries its own right, and S3 has no business with our tokens.
const getText = async (url: string, signal: AbortSignal): Promise<string> => {
  const { data } = await axios.get<string>(url, {
    headers: { Range: `bytes=0-${previewTextBytes - 1}` },
    responseType: 'text',
    signal,
  });
  return data;
};

export const usePreviewText = (itemId: string, url: string) =>
  useQuery({
    queryKey: ['preview-text', itemId],
    queryFn: ({ signal }) => getText(url, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
