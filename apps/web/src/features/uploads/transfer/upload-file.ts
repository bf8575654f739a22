import { getUpload, type StartUpload, startUpload, type UploadStatus } from '@share-my-files/contract';
import { ProblemError } from '#lib/problem-error.ts';
import { finishUpload } from './finish-upload.ts';
import { sendParts } from './send-parts.ts';
import type { UploadServices } from './upload-services.ts';

type UploadFileOptions = {
  /** Id of an earlier, interrupted upload of the same file. */
  readonly resume: string | undefined;
  readonly signal: AbortSignal;
  readonly onStarted: (uploadId: string) => void;
  readonly onSent: (sentBytes: number) => void;
  readonly onFinishing: () => void;
};

const isGone = (error: unknown): boolean =>
  error instanceof ProblemError && (error.code === 'not_found' || error.code === 'upload_expired');

const findUnfinished = async (
  { api, retry }: UploadServices,
  uploadId: string,
  signal: AbortSignal,
): Promise<UploadStatus | undefined> => {
  try {
    return await retry(() => api.call(getUpload, { params: { uploadId }, signal }), signal);
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
};

// Not aborted on cancellation: only the response contains the id of the upload that must then be discarded.
const begin = (
  { api, retry }: UploadServices,
  body: StartUpload,
  { signal, onStarted }: UploadFileOptions,
): Promise<UploadStatus> =>
  retry(async () => {
    const upload = await api.call(startUpload, { body });
    onStarted(upload.id);
    return { ...upload, storedParts: [] };
  }, signal);

/** Uploads one file: starts or resumes, sends the missing parts, finishes. */
export const uploadFile = async (
  services: UploadServices,
  file: Blob,
  body: StartUpload,
  options: UploadFileOptions,
): Promise<void> => {
  const { resume, signal, onSent, onFinishing } = options;
  const unfinished = resume === undefined ? undefined : await findUnfinished(services, resume, signal);
  const upload = unfinished ?? (await begin(services, body, options));
  if (upload.state === 'uploading') await sendParts(services, upload, file, { signal, onSent });
  onFinishing();
  await finishUpload(services, upload.id, signal);
};
