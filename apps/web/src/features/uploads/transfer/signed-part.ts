import { signParts } from '@share-my-files/contract';
import { hashPart } from './hash-part.ts';
import type { PartRange } from './part-plan.ts';
import type { SignedPut } from './put-part.ts';
import type { UploadServices } from './upload-services.ts';

/** A part with its checksum; the bytes stay on disk until they are sent. */
export type HashedPart = {
  readonly partNumber: number;
  readonly bytes: Blob;
  readonly checksumSha256: string;
};

/** A part with a URL that accepts exactly its bytes until `expiresAt`, in milliseconds of this browser's clock. */
export type SignedPart = HashedPart & { readonly put: SignedPut; readonly expiresAt: number };

/** Hashes the parts one after another, so that only one is in memory. */
export const hashParts = async (file: Blob, ranges: readonly PartRange[]): Promise<HashedPart[]> => {
  const parts: HashedPart[] = [];
  for (const { partNumber, start, end } of ranges) {
    const bytes = file.slice(start, end);
    parts.push({ partNumber, bytes, checksumSha256: await hashPart(bytes) });
  }
  return parts;
};

/** Requests presigned URLs for these parts. */
export const signPartUrls = async (
  { api, now }: Pick<UploadServices, 'api' | 'now'>,
  uploadId: string,
  parts: readonly HashedPart[],
  signal: AbortSignal,
): Promise<SignedPart[]> => {
  const wanted = parts.map(({ partNumber, checksumSha256 }) => ({ partNumber, checksumSha256 }));
  // Only the elapsed time counts: the clocks of browser and server may differ.
  const requestedAt = now();
  const signed = await api.call(signParts, { params: { uploadId }, body: { parts: wanted }, signal });
  const puts = new Map(signed.parts.map((put) => [put.partNumber, put]));
  return parts.map((part) => {
    const put = puts.get(part.partNumber);
    if (!put) throw new Error(`The API signed no URL for part ${part.partNumber}.`);
    return { ...part, put, expiresAt: requestedAt + signed.expiresInSeconds * 1000 };
  });
};
