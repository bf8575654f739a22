import { getMe } from '@share-my-files/contract';
import type { ApiClient } from '#lib/api-client.ts';

/** Returns how many bytes the user can still store. */
export const getSpaceLeft = async (api: ApiClient): Promise<number> => {
  const { quotaBytes, usedBytes, reservedBytes } = await api.call(getMe);
  return Math.max(0, quotaBytes - usedBytes - reservedBytes);
};
