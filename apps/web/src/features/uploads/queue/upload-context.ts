import { createContext, use, useSyncExternalStore } from 'react';
import type { UploadCounts } from './upload-list.ts';
import type { UploadQueue } from './upload-queue.ts';

export const UploadContext = createContext<UploadQueue | null>(null);

export const useUploadQueue = (): UploadQueue => {
  const queue = use(UploadContext);
  if (queue === null) throw new Error('useUploadQueue needs an UploadProvider above it.');
  return queue;
};

/** Does not change while the uploads progress. */
export const useUploadIds = (): readonly string[] => {
  const { ids } = useUploadQueue().uploads;
  return useSyncExternalStore(ids.subscribe, ids.get);
};

export const useUploadCounts = (): UploadCounts => {
  const { counts } = useUploadQueue().uploads;
  return useSyncExternalStore(counts.subscribe, counts.get);
};
