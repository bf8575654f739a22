import { cancelUpload, listUploads } from '@share-my-files/contract';
import PQueue from 'p-queue';
import { createUploadQueue } from '../../src/features/uploads/queue/upload-queue.ts';
import { createRetry } from '../../src/features/uploads/transfer/retry.ts';
import { createObservable } from '../../src/lib/observable.ts';
import type { ProxiedRequest } from './fault-proxy.ts';
import { startBackend } from './start-backend.ts';
import { readFiles } from './store-file.ts';

const partBytes = 8 * 1024 ** 2;

/** The API cuts it into five parts, whose URLs come in two batches. */
export const letters = Buffer.alloc(4 * partBytes + 5, 'abcdefghijklmnopqrstuvwxyz');

/** The API cuts it into two parts. */
export const twoParts = letters.subarray(0, partBytes + 5);

export const textFile = (name: string, content: string | Buffer<ArrayBuffer>) =>
  new File([content], name, { type: 'text/plain' });

const partNumberOf = ({ path }: ProxiedRequest): number =>
  Number(new URL(path, 'http://storage').searchParams.get('partNumber'));

/** Matches requests that send a part, or one with this number. */
export const isPart = (partNumber?: number) => (request: ProxiedRequest) =>
  request.method === 'PUT' && (partNumber === undefined || partNumberOf(request) === partNumber);

/** Returns an upload queue in front of the real API and storage. */
export const startUploads = async ({ now = Date.now, pause = () => Promise.resolve() } = {}) => {
  const backend = await startBackend();
  const online = createObservable(true);
  const counts = { ids: 0, changes: 0 };
  const queue = createUploadQueue({
    api: backend.client,
    transfers: new PQueue({ concurrency: 4 }),
    retry: createRetry(
      { isOnline: online.get, subscribe: (listener) => online.subscribe(() => listener(online.get())) },
      { retries: 5, minTimeout: 1, maxTimeout: 5 },
    ),
    polling: { retries: Number.POSITIVE_INFINITY, minTimeout: 1, maxTimeout: 5 },
    now,
    createId: () => {
      counts.ids += 1;
      return String(counts.ids);
    },
    pause,
    onStorageChanged: () => {
      counts.changes += 1;
    },
  });
  const reaches = async (phase: string, id = '1') =>
    queue.uploads.follow(id)?.when((entry) => entry.phase === phase);

  const { api } = backend.user;
  const listUnfinished = async () => (await api.call(listUploads)).uploads;
  return {
    ...backend,
    queue,
    online,
    counts,
    reaches,
    listUnfinished,
    sentParts: () => backend.storage.requests.filter(isPart()),
    /** As another device of the same user does. */
    cancelElsewhere: async () => {
      for (const { id } of await listUnfinished()) await api.call(cancelUpload, { params: { uploadId: id } });
    },
    /** Returns the content of each of the user's files with this name. */
    stored: async (name: string) => (await readFiles(api, name)).map(String),
  };
};
