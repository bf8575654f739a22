import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Disposition, Download } from '@share-my-files/contract';
import { downloadHeaders } from './download-headers.ts';
import type { Bucket } from './s3.ts';
import { isS3Error, throwUnavailable } from './storage-errors.ts';

type StoredObject = { sizeBytes: number; checksum: string | null };

/** The file behind an item. */
type DownloadableFile = { objectKey: string; name: string; mediaType: string };

export type ObjectStorage = ReturnType<typeof createObjectStorage>;

/** Finished objects: look, hand out, delete. */
export const createObjectStorage = ({
  client,
  urlSigner,
  name: Bucket,
  presignedUrlSeconds,
  now,
}: Bucket) => ({
  /** Throws if the bucket does not answer. */
  check: async (): Promise<void> => {
    await client.send(new HeadBucketCommand({ Bucket })).catch(throwUnavailable);
  },

  findObject: async (objectKey: string): Promise<StoredObject | undefined> => {
    try {
      const head = await client.send(
        new HeadObjectCommand({ Bucket, Key: objectKey, ChecksumMode: 'ENABLED' }),
      );
      return { sizeBytes: head.ContentLength ?? 0, checksum: head.ChecksumSHA256 ?? null };
    } catch (error) {
      if (isS3Error(error, 'NotFound', 'NoSuchKey')) return undefined;
      return throwUnavailable(error);
    }
  },

  /** Succeeds also when the object is gone already. */
  deleteObject: async (objectKey: string): Promise<void> => {
    await client.send(new DeleteObjectCommand({ Bucket, Key: objectKey })).catch(throwUnavailable);
  },

  /** A URL that fetches the bytes under their name, for `presignedUrlSeconds`. */
  signDownload: async (file: DownloadableFile, disposition: Disposition): Promise<Download> => {
    const expiresAt = new Date(now() + presignedUrlSeconds * 1000);
    const headers = downloadHeaders(file, disposition);
    const command = new GetObjectCommand({
      Bucket,
      Key: file.objectKey,
      ResponseContentDisposition: headers.contentDisposition,
      ResponseContentType: headers.contentType,
      ResponseCacheControl: 'private, no-store',
    });
    const signing = getSignedUrl(urlSigner, command, { expiresIn: presignedUrlSeconds });
    const url = await signing.catch(throwUnavailable);
    return { url, expiresAt: expiresAt.toISOString() };
  },
});
