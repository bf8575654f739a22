import { type Download, downloadSchema } from '@share-my-files/contract';
import { useMutation } from '@tanstack/react-query';
import type { AxiosInstance } from 'axios';
import { useApi } from '#lib/api-context.tsx';
import { saveFromUrl } from '#lib/save-from-url.ts';

const downloadLink = async (api: AxiosInstance, secret: string): Promise<Download> =>
  downloadSchema.parse((await api.post<unknown>('/public/links/download', { secret })).data);

/** Saves the file behind a link to the visitor's device, by a URL that is kept nowhere. */
export const useDownloadLink = (secret: string) => {
  const api = useApi();
  return useMutation({
    mutationFn: () => downloadLink(api, secret),
    onSuccess: ({ url }) => saveFromUrl(url),
    gcTime: 0,
  });
};
