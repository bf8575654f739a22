import { AbortMultipartUploadCommand, ListMultipartUploadsCommand } from '@aws-sdk/client-s3';
import type { Bucket } from './s3.ts';
import { isS3Error, throwUnavailable } from './storage-errors.ts';

/** Aborts all multipart uploads of a key; throws `service_unavailable` if a part may remain. */
export type EraseUploads = (objectKey: string) => Promise<void>;

/**
 * Lists the uploads in S3 instead of trusting the database: a part in flight may arrive after the first abort, and a
 * process may have ended before it recorded an upload id.
 */
export const createUploadEraser = ({ client, name: Bucket }: Bucket): EraseUploads => {
  const listUploadIds = async (objectKey: string): Promise<string[]> => {
    // One page is enough, because the key contains a random UUID.
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
    const uploadIds = await listUploadIds(objectKey);
    if (uploadIds.length === 0) return;
    for (const uploadId of uploadIds) await abort(objectKey, uploadId);
    const left = await listUploadIds(objectKey);
    if (left.length > 0) throw new Error('S3 still lists an aborted upload.');
  };

  return (objectKey) => erase(objectKey).catch(throwUnavailable);
};
