import { S3Error } from '../protocol/errors.ts';
import type { ClaimedSignature } from './claimed-signature.ts';

const maxSkewSeconds = 15 * 60;

/** Parses `YYYYMMDDTHHMMSSZ` to milliseconds, or NaN. */
const parseBasicTime = (time: string) =>
  Date.parse(time.replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/, '$1-$2-$3T$4:$5:$6Z'));

const formatTime = (milliseconds: number) => new Date(milliseconds).toISOString().replace(/\.\d+/, '');

const assertNotExpired = (signedAt: number, expiresInSeconds: number, now: Date) => {
  if (signedAt > now.getTime() + maxSkewSeconds * 1000) {
    throw new S3Error('AccessDenied', { message: 'Request is not yet valid' });
  }
  const expiresAt = signedAt + expiresInSeconds * 1000;
  if (expiresAt >= now.getTime()) return;
  throw new S3Error('AccessDenied', {
    message: 'Request has expired',
    details: {
      'X-Amz-Expires': expiresInSeconds,
      Expires: formatTime(expiresAt),
      ServerTime: formatTime(now.getTime()),
    },
  });
};

/** Throws for an expired presigned URL and for a signed header that is more than 15 minutes off. */
export const assertTimely = ({ signedAt, scope, expiresInSeconds }: ClaimedSignature, now: Date) => {
  const instant = parseBasicTime(signedAt);
  if (Number.isNaN(instant) || !signedAt.startsWith(scope.date)) {
    throw new S3Error('SignatureDoesNotMatch', {
      message: 'The date of the request and of its credential differ.',
    });
  }
  if (expiresInSeconds !== undefined) return assertNotExpired(instant, expiresInSeconds, now);
  if (Math.abs(instant - now.getTime()) <= maxSkewSeconds * 1000) return;
  throw new S3Error('RequestTimeTooSkewed', {
    details: {
      RequestTime: signedAt,
      ServerTime: formatTime(now.getTime()),
      MaxAllowedSkewMilliseconds: maxSkewSeconds * 1000,
    },
  });
};
