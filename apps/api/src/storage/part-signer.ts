import { UploadPartCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { SignedParts } from '@share-my-files/contract';
import type { MultipartUpload } from './multipart-storage.ts';
import type { Bucket } from './s3.ts';
import { throwUnavailable } from './storage-errors.ts';

type DeclaredPart = { partNumber: number; sizeBytes: number; checksumSha256: string };

export type SignParts = (upload: MultipartUpload, parts: DeclaredPart[]) => Promise<SignedParts>;

const checksumHeader = 'x-amz-checksum-sha256';

/** Signs URLs that each store exactly the declared bytes as one part. */
export const createPartSigner = ({
  urlSigner,
  name: Bucket,
  presignedUrlSeconds,
  now,
}: Bucket): SignParts => {
  const signPart = async (upload: MultipartUpload, part: DeclaredPart) => {
    const command = new UploadPartCommand({
      Bucket,
      Key: upload.objectKey,
      UploadId: upload.multipartUploadId,
      PartNumber: part.partNumber,
      ContentLength: part.sizeBytes,
      ChecksumSHA256: part.checksumSha256,
    });
    const signing = getSignedUrl(urlSigner, command, {
      expiresIn: presignedUrlSeconds,
      signableHeaders: new Set(['host', 'content-length', checksumHeader]),
      // S3 verifies a checksum only in a header; the presigner would move it to the query.
      unhoistableHeaders: new Set([checksumHeader]),
    });
    return {
      partNumber: part.partNumber,
      url: await signing.catch(throwUnavailable),
      headers: { [checksumHeader]: part.checksumSha256 },
    };
  };

  return async (upload, parts) => {
    const expiresAt = new Date(now() + presignedUrlSeconds * 1000);
    return {
      parts: await Promise.all(parts.map((part) => signPart(upload, part))),
      expiresAt: expiresAt.toISOString(),
      expiresInSeconds: presignedUrlSeconds,
    };
  };
};
