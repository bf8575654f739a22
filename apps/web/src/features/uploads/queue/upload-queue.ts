import { type StartUpload, startUploadSchema } from '@share-my-files/contract';
import PQueue from 'p-queue';
import { batchesOf } from '../transfer/part-plan.ts';
import type { UploadServices } from '../transfer/upload-services.ts';
import type { Failure } from './explain-failure.ts';
import { createUploadJob, type UploadJob } from './upload-job.ts';
import { createUploadList, type Uploads } from './upload-list.ts';
import { createUploadEntry, type UploadEvent } from './upload-state.ts';

/** The queue of uploads; independent of React, and outlives every page. */
export type UploadQueue = {
  readonly uploads: Uploads;
  /** `parentId` is the folder to upload to; null is the root. */
  add(files: readonly File[], parentId: string | null): void;
  cancel(id: string): void;
  /** Resumes from the parts that S3 already holds. */
  retry(id: string): void;
  rename(id: string, name: string): void;
  dismiss(ids: readonly string[]): void;
  /** Stops every upload immediately; stored parts expire on their own. */
  stop(): void;
};

type UploadQueueOptions = UploadServices & {
  readonly createId: () => string;
  /** Resolves once the page has had time to render and to respond. */
  readonly pause: () => Promise<void>;
  /** Called when an upload completes and when its reserved space is released. */
  readonly onStorageChanged: () => void;
};

// Several files at once keep the connection busy while one of them starts or finishes.
const filesAtOnce = 4;
const filesPerSlice = 200;

type CheckedUpload = { readonly body: StartUpload } | { readonly failure: Failure };

type ChosenFile = { readonly file: File; readonly parentId: string | null };

const checkUpload = (name: string, { file, parentId }: ChosenFile): CheckedUpload => {
  const { size: sizeBytes, type: mediaType } = file;
  const body = startUploadSchema.safeParse({ name, sizeBytes, mediaType, parentId });
  if (body.success) return { body: body.data };
  const issue = body.error.issues[0];
  const problem = issue?.message ?? 'This file cannot be uploaded.';
  return { failure: { type: issue?.path[0] === 'name' ? 'name-refused' : 'failed', problem } };
};

export const createUploadQueue = (options: UploadQueueOptions): UploadQueue => {
  const uploads = createUploadList();
  const chosen = new Map<string, ChosenFile>();
  /** Ids of files that are not queued yet. */
  const fresh = new Set<string>();
  const jobs = new Map<string, UploadJob>();
  const files = new PQueue({ concurrency: filesAtOnce });

  const createJob = (id: string, file: File): UploadJob => {
    const dispatch = (event: UploadEvent) => uploads.change(id, event);
    const job = createUploadJob({ ...options, file, files, dispatch });
    jobs.set(id, job);
    return job;
  };

  const begin = (id: string) => {
    fresh.delete(id);
    const upload = chosen.get(id);
    const name = uploads.find(id)?.name;
    if (!upload || name === undefined) return;
    const checked = checkUpload(name, upload);
    if ('body' in checked) (jobs.get(id) ?? createJob(id, upload.file)).start(checked.body);
    else uploads.change(id, checked.failure);
  };

  const start = (id: string, name: string) => {
    uploads.change(id, { type: 'queued', name });
    begin(id);
  };

  const cancel = (id: string) => {
    fresh.delete(id);
    jobs.get(id)?.cancel();
    uploads.change(id, { type: 'cancelled' });
  };

  // The page shows many thousands of chosen files at once; checking and queueing them takes longer, in turns with it.
  const startInSlices = async (ids: readonly string[]) => {
    for (const slice of batchesOf(ids, filesPerSlice)) {
      for (const id of slice) if (fresh.has(id)) begin(id);
      await options.pause();
    }
  };

  const add = (added: readonly File[], parentId: string | null) => {
    const entries = added.map((file) => {
      const entry = createUploadEntry(options.createId(), file);
      chosen.set(entry.id, { file, parentId });
      fresh.add(entry.id);
      return entry;
    });
    uploads.add(entries);
    void startInSlices(entries.map(({ id }) => id));
  };

  const retry = (id: string) => {
    const name = uploads.find(id)?.name;
    if (name !== undefined) start(id, name);
  };

  const dismiss = (ids: readonly string[]) => {
    for (const id of ids) {
      fresh.delete(id);
      chosen.delete(id);
      jobs.get(id)?.cancel();
      jobs.delete(id);
    }
    uploads.remove(ids);
  };

  const stop = () => {
    fresh.clear();
    for (const job of jobs.values()) job.stop();
  };

  return { uploads, add, cancel, retry, rename: start, dismiss, stop };
};
