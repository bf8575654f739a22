import { startUploadSchema } from '@share-my-files/contract';
import PQueue from 'p-queue';
import { createObservable, type Observable } from '#lib/observable.ts';
import type { UploadServices } from '../transfer/upload-services.ts';
import { createUploadJob, type UploadJob } from './upload-job.ts';
import { createUploadEntry, reduceUploads, type UploadEntry, type UploadEvent } from './upload-state.ts';

/** The queue of uploads; independent of React, and outlives every page. */
export type UploadQueue = {
  readonly entries: Pick<Observable<readonly UploadEntry[]>, 'get' | 'subscribe' | 'when'>;
  add(files: readonly File[]): void;
  cancel(id: string): void;
  /** Resumes from the parts that S3 already holds. */
  retry(id: string): void;
  rename(id: string, name: string): void;
  dismiss(id: string): void;
  /** Stops every upload immediately; stored parts expire on their own. */
  stop(): void;
};

type UploadQueueOptions = UploadServices & {
  readonly createId: () => string;
  /** Called when an upload completes and when its reserved space is released. */
  readonly onStorageChanged: () => void;
};

// Several files at once keep the connection busy while one of them starts or finishes.
const filesAtOnce = 4;

export const createUploadQueue = (options: UploadQueueOptions): UploadQueue => {
  const entries = createObservable<readonly UploadEntry[]>([]);
  const jobs = new Map<string, UploadJob>();
  const files = new PQueue({ concurrency: filesAtOnce });

  const dispatch = (event: UploadEvent) => entries.set(reduceUploads(entries.get(), event));

  const start = (id: string, name: string) => {
    const job = jobs.get(id);
    if (!job) return;
    dispatch({ type: 'queued', id, name });
    const { size, type } = job.file;
    const body = startUploadSchema.safeParse({ name, sizeBytes: size, mediaType: type });
    if (body.success) return job.start(body.data);
    const issue = body.error.issues[0];
    const problem = issue?.message ?? 'This file cannot be uploaded.';
    dispatch({ type: issue?.path[0] === 'name' ? 'name-refused' : 'failed', id, problem });
  };

  const add = (added: readonly File[]) => {
    const chosen = added.map((file) => ({ id: options.createId(), file }));
    dispatch({ type: 'added', entries: chosen.map(({ id, file }) => createUploadEntry(id, file)) });
    for (const { id, file } of chosen) {
      jobs.set(id, createUploadJob({ ...options, id, file, files, dispatch }));
      start(id, file.name);
    }
  };

  const cancel = (id: string) => {
    jobs.get(id)?.cancel();
    dispatch({ type: 'cancelled', id });
  };

  const retry = (id: string) => {
    const entry = entries.get().find((candidate) => candidate.id === id);
    if (entry) start(id, entry.name);
  };

  const dismiss = (id: string) => {
    jobs.get(id)?.cancel();
    jobs.delete(id);
    dispatch({ type: 'dismissed', id });
  };

  const stop = () => {
    for (const job of jobs.values()) job.stop();
  };

  return { entries, add, cancel, retry, rename: start, dismiss, stop };
};
