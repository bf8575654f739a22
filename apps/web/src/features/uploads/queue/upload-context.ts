import { createContext, use, useSyncExternalStore } from 'react';
import type { UploadQueue } from './upload-queue.ts';
import type { UploadEntry } from './upload-state.ts';

export const UploadContext = createContext<UploadQueue | null>(null);

export const useUploadQueue = (): UploadQueue => {
  const queue = use(UploadContext);
  if (queue === null) throw new Error('useUploadQueue needs an UploadProvider above it.');
  return queue;
};

export const useUploadEntries = (): readonly UploadEntry[] => {
  const { entries } = useUploadQueue();
  return useSyncExternalStore(entries.subscribe, entries.get);
};
