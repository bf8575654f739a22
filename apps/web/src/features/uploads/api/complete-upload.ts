import { type Upload, uploadSchema } from '@share-my-files/contract';
import type { AxiosInstance } from 'axios';

export const completeUpload = async (
  api: AxiosInstance,
  uploadId: string,
  signal: AbortSignal,
): Promise<Upload> => {
  const { data } = await api.post<unknown>(`/uploads/${uploadId}/complete`, {}, { signal });
  return uploadSchema.parse(data);
};
