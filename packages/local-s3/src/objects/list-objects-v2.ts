import { requireBucket } from '../buckets/require-bucket.ts';
import type { Operation } from '../operation.ts';
import { invalidArgument } from '../protocol/errors.ts';
import { readKeyEncoding } from '../protocol/key-encoding.ts';
import { readPageSize } from '../protocol/page-size.ts';
import type { S3Request } from '../protocol/s3-request.ts';
import { xmlResponse } from '../protocol/s3-response.ts';
import { afterKey, afterPrefix, commonPrefix, type KeyPosition } from '../store/key-range.ts';
import type { StoredObject } from '../store/objects.ts';
import type { Store } from '../store/open-store.ts';
import { quoteEtag } from './etag.ts';

type Listing = { bucket: string; prefix: string; delimiter: string; after: KeyPosition; limit: number };
type ListingEntry = { object: StoredObject; group: string | undefined; position: KeyPosition };
type ListingPage = { objects: StoredObject[]; prefixes: string[]; next: KeyPosition | undefined };

const readPosition = (query: URLSearchParams): KeyPosition => {
  const token = query.get('continuation-token');
  if (token === null) return afterKey(query.get('start-after') ?? '');
  const position = Buffer.from(token, 'base64url');
  if (position.length > 0 && position.toString('base64url') === token) return position;
  throw invalidArgument('The continuation token provided is incorrect', 'continuation-token', token);
};

/** Yields the keys in order. A common prefix is one entry, without reading the other keys that it groups. */
function* walk({ objects }: Store, { bucket, prefix, delimiter, after }: Listing): Generator<ListingEntry> {
  for (let position = after; ; ) {
    const object = objects.findNext(bucket, prefix, position);
    if (!object) return;
    const group = commonPrefix(object.key, prefix, delimiter);
    position = group === undefined ? afterKey(object.key) : afterPrefix(group);
    yield { object, group, position };
  }
}

const readPage = (store: Store, listing: Listing): ListingPage => {
  const entries: ListingEntry[] = [];
  let isTruncated = false;
  for (const entry of walk(store, listing)) {
    isTruncated = entries.length === listing.limit;
    if (isTruncated) break;
    entries.push(entry);
  }
  return {
    objects: entries.flatMap(({ object, group }) => (group === undefined ? [object] : [])),
    prefixes: entries.flatMap(({ group }) => group ?? []),
    next: isTruncated ? entries.at(-1)?.position : undefined,
  };
};

const describeObject = (
  { key, lastModified, etag, size, checksum }: StoredObject,
  encode: (key: string) => string,
) => ({
  Key: encode(key),
  LastModified: new Date(lastModified).toISOString(),
  ETag: quoteEtag(etag),
  ChecksumAlgorithm: checksum?.algorithm,
  ChecksumType: checksum?.type,
  Size: size,
  StorageClass: 'STANDARD',
});

const readListing = ({ bucket, query }: S3Request): Listing => ({
  bucket,
  prefix: query.get('prefix') ?? '',
  delimiter: query.get('delimiter') ?? '',
  after: readPosition(query),
  limit: readPageSize(query, 'max-keys'),
});

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
export const listObjectsV2: Operation = ({ store }, request) => {
  requireBucket(store, request.bucket);
  const { query } = request;
  const encode = readKeyEncoding(query);
  const listing = readListing(request);
  const page = readPage(store, listing);
  const optional = (name: string) => query.get(name) ?? undefined;
  return xmlResponse('ListBucketResult', {
    Name: listing.bucket,
    Prefix: encode(listing.prefix),
    Delimiter: listing.delimiter === '' ? undefined : encode(listing.delimiter),
    StartAfter: query.has('start-after') ? encode(query.get('start-after') ?? '') : undefined,
    ContinuationToken: optional('continuation-token'),
    NextContinuationToken: page.next?.toString('base64url'),
    EncodingType: optional('encoding-type'),
    KeyCount: page.objects.length + page.prefixes.length,
    MaxKeys: listing.limit,
    IsTruncated: page.next !== undefined,
    Contents: page.objects.map((object) => describeObject(object, encode)),
    CommonPrefixes: page.prefixes.map((group) => ({ Prefix: encode(group) })),
  });
};
