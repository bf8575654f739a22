import type { uploadOperations } from '@share-my-files/contract';
import type { Handlers } from '#http/handlers.ts';
import type { UploadService } from './upload-service.ts';

export const createUploadHandlers = (uploads: UploadService): Handlers<typeof uploadOperations> => ({
  startUpload: ({ user, body }) => uploads.startUpload(user.id, body),
  listUploads: ({ user }) => uploads.listUploads(user.id),
  getUpload: ({ user, params }) => uploads.getUpload(user.id, params.uploadId),
  signParts: ({ user, params, body }) => uploads.signParts(user.id, params.uploadId, body),
  completeUpload: ({ user, params }) => uploads.completeUpload(user.id, params.uploadId),
  cancelUpload: ({ user, params }) => uploads.cancelUpload(user.id, params.uploadId),
});
