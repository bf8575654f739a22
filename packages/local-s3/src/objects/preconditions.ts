import { S3Error } from '../protocol/errors.ts';
import type { StoredObject } from '../store/objects.ts';
import { isEtagListed, quoteEtag } from './etag.ts';

type Headers = ReadonlyMap<string, string>;

const failed = (condition: string) =>
  new S3Error('PreconditionFailed', { details: { Condition: condition } });

// HTTP dates have no fractions of a second.
const wholeSeconds = (milliseconds: number) => Math.floor(milliseconds / 1000) * 1000;

/** Returns undefined for an invalid date, whose condition RFC 9110 ignores. */
const isModifiedSince = ({ lastModified }: StoredObject, date: string | undefined) => {
  const instant = Date.parse(date ?? '');
  return Number.isNaN(instant) ? undefined : wholeSeconds(lastModified) > instant;
};

/** Returns the condition of RFC 9110 section 13.1 that the object does not meet, or undefined. */
export const findUnmetCondition = (headers: Headers, object: StoredObject, prefix = '') => {
  const read = (name: string) => headers.get(`${prefix}${name}`);
  const ifMatch = read('if-match');
  const ifNoneMatch = read('if-none-match');
  if (ifMatch !== undefined && !isEtagListed(ifMatch, object.etag)) return 'If-Match';
  if (ifMatch === undefined && isModifiedSince(object, read('if-unmodified-since')))
    return 'If-Unmodified-Since';
  if (ifNoneMatch !== undefined) return isEtagListed(ifNoneMatch, object.etag) ? 'If-None-Match' : undefined;
  return isModifiedSince(object, read('if-modified-since')) === false ? 'If-Modified-Since' : undefined;
};

/** Applies the conditions of a read. Throws `PreconditionFailed` and `NotModified`. */
export const assertReadable = (headers: Headers, object: StoredObject) => {
  const condition = findUnmetCondition(headers, object);
  if (condition === undefined) return;
  if (condition === 'If-Match' || condition === 'If-Unmodified-Since') throw failed(condition);
  throw new S3Error('NotModified', {
    headers: {
      etag: quoteEtag(object.etag),
      'last-modified': new Date(object.lastModified).toUTCString(),
    },
  });
};

/**
 * Applies the conditions of a write. Throws `PreconditionFailed`, `NoSuchKey` and `NotImplemented`.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
export const assertWritable = (headers: Headers, key: string, current: StoredObject | undefined) => {
  const ifNoneMatch = headers.get('if-none-match');
  const ifMatch = headers.get('if-match');
  if (ifNoneMatch !== undefined) {
    if (ifNoneMatch !== '*' || ifMatch !== undefined) {
      throw new S3Error('NotImplemented', { message: 'A write with this If-None-Match is not implemented.' });
    }
    if (current) throw failed('If-None-Match');
  }
  if (ifMatch === undefined) return;
  if (!current) throw new S3Error('NoSuchKey', { details: { Key: key } });
  if (!isEtagListed(ifMatch, current.etag)) throw failed('If-Match');
};
