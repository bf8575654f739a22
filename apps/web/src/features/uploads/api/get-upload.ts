import { type UploadStatus, uploadStatusSchema } from '@share-my-files/contract';
import type { AxiosInstance } from 'axios';

export const getUpload = async (
  api: AxiosInstance,
  uploadId: string,
  signal: AbortSignal,
): Promise<UploadStatus> => {
  const { data } = await api.get<unknown>(`/uploads/${uploadId}`, { signal });
  return uploadStatusSchema.parse(data);
};
