import { cancelUpload, type StartUpload } from '@share-my-files/contract';
import type PQueue from 'p-queue';
import { ProblemError } from '#lib/problem-error.ts';
import type { UploadServices } from '../transfer/upload-services.ts';
import { explainFailure } from './explain-failure.ts';
import type { UploadEvent } from './upload-state.ts';

type UploadJobOptions = UploadServices & {
  readonly file: File;
  /** Limits how many files upload concurrently. */
  readonly files: PQueue;
  readonly dispatch: (event: UploadEvent) => void;
  /** Called when the upload completes and when its reserved space is released. */
  readonly onStorageChanged: () => void;
};

export type UploadJob = ReturnType<typeof createUploadJob>;

const mustStartOver = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'upload_mismatch';

/** Uploads, stops and restarts one file. Its steps never overlap, however fast the user clicks. */
export const createUploadJob = (options: UploadJobOptions) => {
  const { api, retry, now, file, files, dispatch, onStorageChanged } = options;
  let uploadId: string | undefined;
  let stopped = new AbortController();
  let lastStep = Promise.resolve();

  const afterLastStep = (step: () => Promise<void>) => {
    lastStep = lastStep.then(step);
  };

  const discard = async () => {
    const discarded = uploadId;
    uploadId = undefined;
    if (discarded === undefined) return;
    try {
      await retry(
        () => api.call(cancelUpload, { params: { uploadId: discarded } }),
        new AbortController().signal,
      );
      onStorageChanged();
    } catch {
      // Unfinished uploads expire on their own.
    }
  };

  const send = async (body: StartUpload, signal: AbortSignal) => {
    // No list needs it before its first upload.
    const { uploadFile } = await import('../transfer/upload-file.ts');
    signal.throwIfAborted();
    await uploadFile(options, file, body, {
      resume: uploadId,
      signal,
      onStarted: (started) => {
        uploadId = started;
      },
      onSent: (sentBytes) => {
        if (!signal.aborted) dispatch({ type: 'progressed', sentBytes, at: now() });
      },
      onFinishing: () => dispatch({ type: 'finishing' }),
    });
  };

  const run = async (body: StartUpload, signal: AbortSignal) => {
    try {
      // The queue gets no signal: it would not wait for an aborted task, which may still learn the id of its upload.
      await files.add(() => send(body, signal));
      uploadId = undefined;
      dispatch({ type: 'done' });
      onStorageChanged();
    } catch (error) {
      if (signal.aborted) return;
      if (mustStartOver(error)) await discard();
      dispatch(await explainFailure(error, file.size, api));
    }
  };

  return {
    start: (body: StartUpload) => {
      stopped = new AbortController();
      const { signal } = stopped;
      afterLastStep(() => run(body, signal));
    },
    /** Keeps the stored parts. */
    stop: () => stopped.abort(),
    /** Deletes the stored parts and releases the reserved space. */
    cancel: () => {
      stopped.abort();
      afterLastStep(discard);
    },
  };
};
