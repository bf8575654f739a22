import { meSchema } from '@share-my-files/contract';
import type { AxiosInstance } from 'axios';

/** The bytes this person can still store. */
export const getSpaceLeft = async (api: AxiosInstance): Promise<number> => {
  const { quotaBytes, usedBytes, reservedBytes } = meSchema.parse((await api.get<unknown>('/me')).data);
  return Math.max(0, quotaBytes - usedBytes - reservedBytes);
};
