import type { IncomingMessage } from 'node:http';
import { S3Error } from './errors.ts';

/** A parsed request: path-style address, decoded query, headers by lower-case name. */
export type S3Request = {
  method: string;
  /** Decoded. */
  path: string;
  /** Empty for requests about the account, such as ListBuckets. */
  bucket: string;
  /** Empty for requests about the bucket. */
  key: string;
  query: URLSearchParams;
  headers: ReadonlyMap<string, string>;
};

const maxKeyBytes = 1024;
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
const bucketName = /^(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9](?:[a-z0-9-]|\.(?!\.)){1,61}[a-z0-9]$/;

const decodePath = (encoded: string) => {
  try {
    const path = decodeURIComponent(encoded);
    // S3 stores keys with NUL, but no XML document can list them.
    if (!path.includes('\0')) return path;
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
  }
  throw new S3Error('InvalidURI');
};

const readHeaders = ({ rawHeaders }: IncomingMessage) => {
  const headers = new Map<string, string>();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] ?? '').toLowerCase();
    const value = rawHeaders[index + 1] ?? '';
    const earlier = headers.get(name);
    headers.set(name, earlier === undefined ? value : `${earlier},${value}`);
  }
  return headers;
};

/** Parses target and headers. Throws `InvalidURI`, `InvalidBucketName` and `KeyTooLongError`. */
export const parseRequest = (message: IncomingMessage): S3Request => {
  const target = message.url ?? '';
  if (!target.startsWith('/')) throw new S3Error('InvalidURI');
  const [encodedPath = '', ...search] = target.split('?');
  const path = decodePath(encodedPath);
  const [, bucket = '', key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(path) ?? [];
  if (bucket === '' && key !== '') throw new S3Error('InvalidURI');
  if (bucket !== '' && !bucketName.test(bucket)) {
    throw new S3Error('InvalidBucketName', { details: { BucketName: bucket } });
  }
  const size = Buffer.byteLength(key);
  if (size > maxKeyBytes) {
    throw new S3Error('KeyTooLongError', { details: { Size: size, MaxSizeAllowed: maxKeyBytes } });
  }
  return {
    method: message.method ?? '',
    path,
    bucket,
    key,
    query: new URLSearchParams(search.join('?')),
    headers: readHeaders(message),
  };
};
