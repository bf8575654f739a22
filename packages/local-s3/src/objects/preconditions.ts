import { S3Error } from '../protocol/errors.ts';
import type { StoredObject } from '../store/objects.ts';
import { etagListed, quoteEtag } from './etag.ts';

type Headers = ReadonlyMap<string, string>;

const failed = (condition: string) =>
  new S3Error('PreconditionFailed', { details: { Condition: condition } });

// HTTP dates have no fractions of a second.
const wholeSeconds = (milliseconds: number) => Math.floor(milliseconds / 1000) * 1000;

/** Undefined when the date is none: RFC 9110 wants such a condition ignored. */
const isModifiedSince = ({ lastModified }: StoredObject, date: string | undefined) => {
  const instant = Date.parse(date ?? '');
  return Number.isNaN(instant) ? undefined : wholeSeconds(lastModified) > instant;
};

/** Which of the four conditions of RFC 9110 section 13.1 a reader set and the object does not meet, if any. */
export const findUnmetCondition = (headers: Headers, object: StoredObject, prefix = '') => {
  const read = (name: string) => headers.get(`${prefix}${name}`);
  const ifMatch = read('if-match');
  const ifNoneMatch = read('if-none-match');
  if (ifMatch !== undefined && !etagListed(ifMatch, object.etag)) return 'If-Match';
  if (ifMatch === undefined && isModifiedSince(object, read('if-unmodified-since')))
    return 'If-Unmodified-Since';
  if (ifNoneMatch !== undefined) return etagListed(ifNoneMatch, object.etag) ? 'If-None-Match' : undefined;
  return isModifiedSince(object, read('if-modified-since')) === false ? 'If-Modified-Since' : undefined;
};

/** Throws `PreconditionFailed` or `NotModified` when a reader wants the object only in another state. */
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
 * Throws `PreconditionFailed`, `NoSuchKey` or `NotImplemented` by the rules of
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html.
 */
export const assertWritable = (headers: Headers, key: string, current: StoredObject | undefined) => {
  const ifNoneMatch = headers.get('if-none-match');
  const ifMatch = headers.get('if-match');
  if (ifNoneMatch !== undefined) {
    if (ifNoneMatch !== '*' || ifMatch !== undefined) throw new S3Error('NotImplemented');
    if (current) throw failed('If-None-Match');
  }
  if (ifMatch === undefined) return;
  if (!current) throw new S3Error('NoSuchKey', { details: { Key: key } });
  if (!etagListed(ifMatch, current.etag)) throw failed('If-Match');
};
