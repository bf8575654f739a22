import { completeUpload, getUpload } from '@share-my-files/contract';
import pRetry from 'p-retry';
import type { UploadServices } from './upload-services.ts';

class StillCompletingError extends Error {}

/**
 * Completes the upload and waits until S3 has assembled the parts, which can take minutes for a large file.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html
 */
export const finishUpload = async (
  { api, retry, polling }: UploadServices,
  uploadId: string,
  signal: AbortSignal,
): Promise<void> => {
  const params = { uploadId };
  const completed = await retry(() => api.call(completeUpload, { params, signal }), signal);
  if (completed.state === 'ready') return;

  await pRetry(
    async () => {
      const { state } = await retry(() => api.call(getUpload, { params, signal }), signal);
      // S3 failed to assemble the parts and the upload is open again: completing once more returns the reason.
      if (state === 'uploading') await retry(() => api.call(completeUpload, { params, signal }), signal);
      if (state !== 'ready') throw new StillCompletingError();
    },
    { ...polling, signal, shouldRetry: ({ error }) => error instanceof StillCompletingError },
  );
};
