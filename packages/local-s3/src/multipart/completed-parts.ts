import { type ChecksumAlgorithm, checksumAlgorithms, checksumElement } from '../checksum/checksum.ts';
import { unquoteEtag } from '../objects/etag.ts';
import { S3Error } from '../protocol/errors.ts';
import type { XmlElement } from '../protocol/xml.ts';
import type { Part } from '../store/parts.ts';
import type { Upload } from '../store/uploads.ts';
import { parsePartNumber } from './part-number.ts';

/** A part in the client's list of CompleteMultipartUpload. */
export type CompletedPart = {
  number: number;
  etag: string;
  checksums: readonly { algorithm: ChecksumAlgorithm; value: string }[];
};

const minPartBytes = 5 * 1024 ** 2;

/** Parses the list. Throws `MalformedXML`, `InvalidArgument` and `InvalidPartOrder`. */
export const parseCompletedParts = (document: XmlElement): CompletedPart[] => {
  const parts = document.elements('Part').map((part) => ({
    number: parsePartNumber(part.text('PartNumber')),
    etag: unquoteEtag(part.text('ETag')),
    checksums: checksumAlgorithms.flatMap((algorithm) => {
      const value = part.optionalText(checksumElement(algorithm));
      return value === undefined ? [] : [{ algorithm, value }];
    }),
  }));
  if (parts.length === 0) throw new S3Error('MalformedXML');
  for (const [index, part] of parts.entries()) {
    if (part.number <= (parts[index - 1]?.number ?? 0)) throw new S3Error('InvalidPartOrder');
  }
  return parts;
};

const assertChecksums = (upload: Upload, listed: CompletedPart, stored: Part) => {
  const { checksum } = stored;
  const isWrong = listed.checksums.some(
    ({ algorithm, value }) => algorithm !== checksum?.algorithm || value !== checksum.value,
  );
  if (isWrong) throw invalidPart(upload, listed);
  if (upload.checksum?.type !== 'COMPOSITE' || listed.checksums.length > 0) return;
  throw new S3Error('InvalidRequest', {
    message: `The upload was created using a ${upload.checksum.algorithm.toLowerCase()} checksum. The complete request must include the checksum for each part. It was missing for part ${listed.number} in the request.`,
  });
};

const invalidPart = (upload: Upload, { number, etag }: CompletedPart) =>
  new S3Error('InvalidPart', { details: { UploadId: upload.id, PartNumber: number, ETag: etag } });

/** Returns the stored part of each listed part. Throws `InvalidPart`, `InvalidRequest` and `EntityTooSmall`. */
export const selectParts = (
  upload: Upload,
  listed: readonly CompletedPart[],
  stored: readonly Part[],
): Part[] => {
  const byNumber = new Map(stored.map((part) => [part.number, part]));
  const selected = listed.map((candidate) => {
    const part = byNumber.get(candidate.number);
    if (part?.etag !== candidate.etag) throw invalidPart(upload, candidate);
    assertChecksums(upload, candidate, part);
    return part;
  });
  const tooSmall = selected.slice(0, -1).find(({ size }) => size < minPartBytes);
  if (!tooSmall) return selected;
  throw new S3Error('EntityTooSmall', {
    details: {
      ProposedSize: tooSmall.size,
      MinSizeAllowed: minPartBytes,
      PartNumber: tooSmall.number,
      ETag: tooSmall.etag,
    },
  });
};
