import { UploadPartCommand } from '@aws-sdk/client-s3';
import { S3RequestPresigner } from '@aws-sdk/s3-request-presigner';
import { createRequest } from '@aws-sdk/util-create-request';
import { formatUrl } from '@aws-sdk/util-format-url';
import type { SignedParts } from '@share-my-files/contract';
import { LRUCache } from 'lru-cache';
import type { MultipartUpload } from './multipart-storage.ts';
import type { Bucket } from './s3.ts';
import { throwUnavailable } from './storage-errors.ts';

type DeclaredPart = { partNumber: number; sizeBytes: number; checksumSha256: string };

export type SignParts = (upload: MultipartUpload, parts: DeclaredPart[]) => Promise<SignedParts>;

type PartRequest = Awaited<ReturnType<typeof createRequest>>;

/** A kilobyte each. */
const rememberedUploads = 1_000;

const checksumHeader = 'x-amz-checksum-sha256';

/**
 * Signs URLs that each store exactly the declared bytes as one part. Building a request takes the SDK five times as long
 * as signing one, so the parts of an upload share it, and differ in what the signature covers.
 */
export const createPartSigner = ({
  urlSigner,
  name: Bucket,
  presignedUrlSeconds,
  now,
}: Bucket): SignParts => {
  const presigner = new S3RequestPresigner(urlSigner.config);

  const createPartRequest = ({ objectKey: Key, multipartUploadId: UploadId }: MultipartUpload) =>
    createRequest(urlSigner, new UploadPartCommand({ Bucket, Key, UploadId, PartNumber: 1 }));

  const signPart = async (request: PartRequest, part: DeclaredPart) => {
    const headers = { [checksumHeader]: part.checksumSha256 };
    const signed = await presigner.presign(
      {
        ...request,
        query: { ...request.query, partNumber: String(part.partNumber) },
        headers: { ...headers, 'content-length': String(part.sizeBytes) },
      },
      {
        expiresIn: presignedUrlSeconds,
        signableHeaders: new Set(['host', 'content-length', checksumHeader]),
        // S3 verifies a checksum only in a header; the presigner would move it to the query.
        unhoistableHeaders: new Set([checksumHeader]),
      },
    );
    return { partNumber: part.partNumber, url: formatUrl(signed), headers };
  };

  const requests = new LRUCache<string, PartRequest>({ max: rememberedUploads });

  return async (upload, parts) => {
    const expiresAt = new Date(now() + presignedUrlSeconds * 1000);
    const request = requests.get(upload.multipartUploadId) ?? (await createPartRequest(upload));
    requests.set(upload.multipartUploadId, request);
    const signing = Promise.all(parts.map((part) => signPart(request, part)));
    return {
      parts: await signing.catch(throwUnavailable),
      expiresAt: expiresAt.toISOString(),
      expiresInSeconds: presignedUrlSeconds,
    };
  };
};
