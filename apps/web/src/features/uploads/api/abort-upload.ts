import type { AxiosInstance } from 'axios';

export const abortUpload = async (api: AxiosInstance, uploadId: string): Promise<void> => {
  await api.delete(`/uploads/${uploadId}`);
};
