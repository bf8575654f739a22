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

type DownloadableFile = { objectKey: string; name: string; mediaType: string };

export type ObjectStorage = ReturnType<typeof createObjectStorage>;

export const createObjectStorage = ({
  client,
  urlSigner,
  name: Bucket,
  presignedUrlSeconds,
  now,
}: Bucket) => ({
  /** Throws `service_unavailable`. */
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

  /** Idempotent. */
  deleteObject: async (objectKey: string): Promise<void> => {
    await client.send(new DeleteObjectCommand({ Bucket, Key: objectKey })).catch(throwUnavailable);
  },

  /** Signs a URL that downloads the object under the file's name. */
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
    return { url, expiresAt: expiresAt.toISOString(), expiresInSeconds: presignedUrlSeconds };
  },
});
