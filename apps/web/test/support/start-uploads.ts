import axios from 'axios';
import PQueue from 'p-queue';
import { createUploadQueue } from '../../src/features/uploads/queue/upload-queue.ts';
import { createRetry } from '../../src/features/uploads/transfer/retry.ts';
import { createPublicApiClient } from '../../src/lib/api-client.ts';
import { createObservable } from '../../src/lib/observable.ts';
import { type Faults, startFakeStorage } from './fake-storage.ts';

export const letters = 'abcdefghijklmnopqrstuvwxyz'.repeat(4);

export const textFile = (name: string, content: string) => new File([content], name, { type: 'text/plain' });

/** An upload queue in front of a storage that has these faults. */
export const startUploads = async (faults: Faults = {}) => {
  const storage = await startFakeStorage(faults);
  const online = createObservable(true);
  const counts = { ids: 0, changes: 0 };
  const queue = createUploadQueue({
    api: createPublicApiClient(storage.origin),
    storage: axios.create(),
    transfers: new PQueue({ concurrency: 4 }),
    retry: createRetry(
      { isOnline: online.get, subscribe: (listener) => online.subscribe(() => listener(online.get())) },
      { retries: 5, minTimeout: 1, maxTimeout: 5 },
    ),
    polling: { retries: Number.POSITIVE_INFINITY, minTimeout: 1, maxTimeout: 5 },
    now: () => Date.now(),
    createId: () => {
      counts.ids += 1;
      return String(counts.ids);
    },
    onStorageChanged: () => {
      counts.changes += 1;
    },
  });
  const reaches = async (phase: string, id = '1') => {
    const entries = await queue.entries.when((all) =>
      all.some((entry) => entry.id === id && entry.phase === phase),
    );
    return entries.find((entry) => entry.id === id);
  };
  return { storage, queue, online, counts, reaches };
};
