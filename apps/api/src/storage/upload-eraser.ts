import { AbortMultipartUploadCommand, ListMultipartUploadsCommand } from '@aws-sdk/client-s3';
import type { Bucket } from './s3.ts';
import { isS3Error, throwUnavailable } from './storage-errors.ts';

/** Leaves no part of an upload behind; throws `service_unavailable` if some may be left. */
export type EraseUploads = (objectKey: string) => Promise<void>;

/**
 * Asks S3 what there is, rather than trusting the database: a part that was on its way may arrive after the
 * first abort, and a process may have ended before it could note the id of what it started.
 */
export const createUploadEraser = ({ client, name: Bucket }: Bucket): EraseUploads => {
  const listUploadIds = async (objectKey: string): Promise<string[]> => {
    // One page is enough: the key holds a random UUID, so no other upload shares it.
    const { Uploads = [] } = await client.send(
      new ListMultipartUploadsCommand({ Bucket, Prefix: objectKey }),
    );
    return Uploads.flatMap(({ UploadId }) => UploadId ?? []);
  };

  const abort = async (objectKey: string, uploadId: string): Promise<void> => {
    const command = new AbortMultipartUploadCommand({ Bucket, Key: objectKey, UploadId: uploadId });
    await client.send(command).catch((error: unknown) => {
      if (!isS3Error(error, 'NoSuchUpload')) throw error;
    });
  };

  const erase: EraseUploads = async (objectKey) => {
    for (const uploadId of await listUploadIds(objectKey)) await abort(objectKey, uploadId);
    const left = await listUploadIds(objectKey);
    if (left.length > 0) throw new Error('S3 still lists an upload that was aborted.');
  };

  return (objectKey) => erase(objectKey).catch(throwUnavailable);
};
