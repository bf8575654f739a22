import { downloadLink } from '@share-my-files/contract';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '#lib/api-context.tsx';
import { saveFromUrl } from '#lib/save-from-url.ts';

/** Saves the file behind a link to the visitor's device. The URL is never cached. */
export const useDownloadLink = (secret: string) => {
  const api = useApi();
  return useMutation({
    mutationFn: () => api.call(downloadLink, { body: { secret } }),
    onSuccess: ({ url }) => saveFromUrl(url),
    gcTime: 0,
  });
};
