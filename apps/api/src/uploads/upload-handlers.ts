import type { uploadOperations } from '@share-my-files/contract';
import type { Handlers } from '#http/handlers.ts';
import type { UploadService } from './upload-service.ts';

export const createUploadHandlers = (uploads: UploadService): Handlers<typeof uploadOperations> => ({
  startUpload: ({ user, body }) => uploads.start(user.id, body),
  listUploads: ({ user }) => uploads.list(user.id),
  getUpload: ({ user, params }) => uploads.readStatus(user.id, params.uploadId),
  signParts: ({ user, params, body }) => uploads.signParts(user.id, params.uploadId, body),
  completeUpload: ({ user, params }) => uploads.complete(user.id, params.uploadId),
  cancelUpload: ({ user, params }) => uploads.cancel(user.id, params.uploadId),
});
