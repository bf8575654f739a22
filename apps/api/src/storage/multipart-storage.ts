import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  paginateListParts,
} from '@aws-sdk/client-s3';
import { contentTypeOf } from './download-headers.ts';
import type { Bucket } from './s3.ts';
import { isS3Error, throwUnavailable } from './storage-errors.ts';

/** Part as S3 lists it. */
export type StoredPart = { partNumber: number; sizeBytes: number; checksumSha256: string; etag: string };

export type MultipartUpload = { objectKey: string; multipartUploadId: string };

export type MultipartStorage = ReturnType<typeof createMultipartStorage>;

// Amazon S3 may take minutes to assemble a large object, and responds only then.
const completionTimeoutMilliseconds = 10 * 60_000;

export const createMultipartStorage = ({ client, name: Bucket }: Bucket) => ({
  start: async (objectKey: string, mediaType: string): Promise<string> => {
    const command = new CreateMultipartUploadCommand({
      Bucket,
      Key: objectKey,
      ContentType: contentTypeOf(mediaType),
      ChecksumAlgorithm: 'SHA256',
      ChecksumType: 'COMPOSITE',
    });
    const { UploadId } = await client.send(command).catch(throwUnavailable);
    if (UploadId === undefined) throw new Error('S3 started an upload without an UploadId.');
    return UploadId;
  },

  /** Resolves to `undefined` if the upload was completed or aborted. */
  listParts: async (upload: MultipartUpload): Promise<StoredPart[] | undefined> => {
    const parts: StoredPart[] = [];
    const input = { Bucket, Key: upload.objectKey, UploadId: upload.multipartUploadId };
    try {
      for await (const page of paginateListParts({ client }, input)) {
        for (const part of page.Parts ?? []) {
          parts.push({
            partNumber: part.PartNumber ?? 0,
            sizeBytes: part.Size ?? 0,
            checksumSha256: part.ChecksumSHA256 ?? '',
            etag: part.ETag ?? '',
          });
        }
        // S3 returns a next marker even on the last page, and the paginator would follow it endlessly.
        if (!page.IsTruncated) break;
      }
      return parts;
    } catch (error) {
      if (isS3Error(error, 'NoSuchUpload')) return undefined;
      return throwUnavailable(error);
    }
  },

  /** Resolves to `gone` if the upload was completed or aborted before, and to `refused` if the parts do not match. */
  complete: async (
    upload: MultipartUpload,
    parts: StoredPart[],
  ): Promise<'completed' | 'gone' | 'refused'> => {
    const command = new CompleteMultipartUploadCommand({
      Bucket,
      Key: upload.objectKey,
      UploadId: upload.multipartUploadId,
      MultipartUpload: {
        Parts: parts.map(({ partNumber, etag, checksumSha256 }) => ({
          PartNumber: partNumber,
          ETag: etag,
          ChecksumSHA256: checksumSha256,
        })),
      },
    });
    try {
      await client.send(command, { requestTimeout: completionTimeoutMilliseconds });
      return 'completed';
    } catch (error) {
      if (isS3Error(error, 'NoSuchUpload')) return 'gone';
      if (isS3Error(error, 'InvalidPart', 'InvalidPartOrder', 'EntityTooSmall', 'BadDigest')) {
        return 'refused';
      }
      return throwUnavailable(error);
    }
  },
});
