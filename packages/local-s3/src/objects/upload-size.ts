import type { RequestBody } from '../body/request-body.ts';
import { S3Error } from '../protocol/errors.ts';

/** Maximum size of PutObject and UploadPart in bytes: 5 GiB. */
export const maxUploadBytes = 5 * 1024 ** 3;

/** Throws `MissingContentLength` and `EntityTooLarge` before any byte is read. */
export const assertUploadSize = ({ size }: RequestBody) => {
  if (size === undefined) throw new S3Error('MissingContentLength');
  if (size > maxUploadBytes) {
    throw new S3Error('EntityTooLarge', { details: { ProposedSize: size, MaxSizeAllowed: maxUploadBytes } });
  }
};
