import { type Disposition, type Download, downloadSchema } from '@share-my-files/contract';
import type { AxiosInstance } from 'axios';

/** A URL to the bytes of an item that works for about two minutes. */
export const getDownload = async (
  api: AxiosInstance,
  itemId: string,
  disposition: Disposition,
  signal?: AbortSignal,
): Promise<Download> => {
  const options = { params: { disposition }, ...(signal && { signal }) };
  return downloadSchema.parse((await api.get<unknown>(`/items/${itemId}/download`, options)).data);
};
