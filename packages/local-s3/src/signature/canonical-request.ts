import type { S3Request } from '../protocol/s3-request.ts';

// encodeURIComponent keeps these five, which RFC 3986 reserves and Signature Version 4 encodes.
const encode = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const canonicalQuery = (query: URLSearchParams) =>
  [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]): [string, string] => [encode(name), encode(value)])
    .sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

const canonicalHeaders = (headers: ReadonlyMap<string, string>, names: readonly string[]) =>
  names.map((name) => `${name}:${(headers.get(name) ?? '').trim().replace(/ +/g, ' ')}\n`).join('');

/**
 * Rebuilds the text that the signer hashed. S3 encodes the path once.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
export const canonicalRequest = (
  request: S3Request,
  signedHeaders: readonly string[],
  payloadHash: string,
): string =>
  [
    request.method,
    request.path.split('/').map(encode).join('/'),
    canonicalQuery(request.query),
    canonicalHeaders(request.headers, signedHeaders),
    signedHeaders.join(';'),
    payloadHash,
  ].join('\n');
