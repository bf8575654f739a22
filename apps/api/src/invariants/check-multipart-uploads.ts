import { ListMultipartUploadsCommand, type ListMultipartUploadsCommandOutput } from '@aws-sdk/client-s3';
import type { Database } from '#db/database.ts';
import type { Bucket } from '#storage/s3.ts';
import { listUnfinishedUploads } from './system-invariant-repository.ts';

type MultipartUploads = Map<string | undefined, string | undefined>;

/** Resolves to the keys of all multipart uploads by their upload ids. */
const listMultipartUploads = async ({ client, name }: Bucket): Promise<MultipartUploads> => {
  const keys: MultipartUploads = new Map();
  let page: Partial<ListMultipartUploadsCommandOutput> = {};
  do {
    const { NextKeyMarker: KeyMarker, NextUploadIdMarker: UploadIdMarker } = page;
    page = await client.send(new ListMultipartUploadsCommand({ Bucket: name, KeyMarker, UploadIdMarker }));
    for (const { Key, UploadId } of page.Uploads ?? []) keys.set(UploadId, Key);
  } while (page.IsTruncated);
  return keys;
};

/**
 * Compares the multipart uploads in S3 with the unfinished uploads in the database. Reads the database before and after
 * S3, because uploads start and end concurrently.
 */
export const checkMultipartUploads = async (database: Database, bucket: Bucket): Promise<string[]> => {
  const before = await listUnfinishedUploads(database.queries);
  const keys = await listMultipartUploads(bucket);
  const after = await listUnfinishedUploads(database.queries);

  const known = new Set([...before, ...after].map(({ objectKey }) => objectKey));
  const still = new Set(after.filter(({ state }) => state === 'open').map(({ id }) => id));
  return [
    ...[...keys]
      .filter(([, key]) => key === undefined || !known.has(key))
      .map(([id, key]) => `multipart upload ${id} of ${key} belongs to no unfinished upload`),
    ...before
      .filter(
        ({ id, multipartUploadId }) =>
          multipartUploadId !== null && still.has(id) && !keys.has(multipartUploadId),
      )
      .map(({ id }) => `open upload ${id} has no multipart upload`),
  ];
};
