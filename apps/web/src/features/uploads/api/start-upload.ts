import { type StartUpload, type Upload, uploadSchema } from '@share-my-files/contract';
import type { AxiosInstance } from 'axios';

export const startUpload = async (api: AxiosInstance, body: StartUpload): Promise<Upload> => {
  const { data } = await api.post<unknown>('/uploads', body);
  return uploadSchema.parse(data);
};
