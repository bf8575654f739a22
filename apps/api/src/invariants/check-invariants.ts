import { paginateListObjectsV2 } from '@aws-sdk/client-s3';
import type { Database } from '#db/database.ts';
import { createObjectStorage } from '#storage/object-storage.ts';
import type { Bucket } from '#storage/s3.ts';
import { checkMultipartUploads } from './check-multipart-uploads.ts';
import { checkTree } from './check-tree.ts';
import {
  listLedgers,
  listSharesOfMissingItems,
  listStoredItems,
  listUnexpiredUploadKeys,
  listUploadingItemsWithoutUpload,
} from './system-invariant-repository.ts';

type Dependencies = { database: Database; bucket: Bucket };

const listObjectKeys = async ({ client, name }: Bucket): Promise<string[]> => {
  const keys: string[] = [];
  for await (const page of paginateListObjectsV2({ client }, { Bucket: name })) {
    for (const { Key } of page.Contents ?? []) if (Key !== undefined) keys.push(Key);
  }
  return keys;
};

const checkReadyItems = async ({ database, bucket }: Dependencies): Promise<string[]> => {
  const objects = createObjectStorage(bucket);
  const violations: string[] = [];
  for (const item of await listStoredItems(database.queries)) {
    if (item.state !== 'ready' || item.kind === 'folder') continue;
    const object = await objects.findObject(item.objectKey);
    if (object === undefined) violations.push(`ready item ${item.id} has no object`);
    else if (object.sizeBytes !== item.sizeBytes) violations.push(`item ${item.id} has another size in S3`);
    else if (object.checksum !== item.checksum) violations.push(`item ${item.id} has other bytes in S3`);
  }
  return violations;
};

const checkObjects = async ({ database, bucket }: Dependencies): Promise<string[]> => {
  // Lists the bucket first, so that the database contains each object that is added concurrently.
  const keys = await listObjectKeys(bucket);
  const stored = (await listStoredItems(database.queries)).filter(({ state }) => state !== 'uploading');
  const known = new Set(
    [...stored, ...(await listUnexpiredUploadKeys(database.queries))].map((row) => row.objectKey),
  );
  return keys.filter((key) => !known.has(key)).map((key) => `object ${key} belongs to nothing`);
};

const checkLedgers = async ({ database }: Dependencies): Promise<string[]> =>
  (await listLedgers(database.queries)).flatMap((user) => [
    ...(user.usedBytes === user.usedByItems
      ? []
      : [`user ${user.id}: used bytes are not those of the items`]),
    ...(user.reservedBytes === user.reservedByUploads
      ? []
      : [`user ${user.id}: reserved bytes are not those of the uploads`]),
    ...(user.usedBytes + user.reservedBytes <= user.quotaBytes ? [] : [`user ${user.id} is over the quota`]),
  ]);

const checkReferences = async ({ database }: Dependencies): Promise<string[]> => [
  ...(await listUploadingItemsWithoutUpload(database.queries)).map(
    ({ id }) => `item ${id} waits for no upload`,
  ),
  ...(await listSharesOfMissingItems(database.queries)).map(({ id }) => `share ${id} points to no item`),
];

/** Returns a line for each violation of the invariants between rows, objects and quotas. */
export const checkInvariants = async (dependencies: Dependencies): Promise<string[]> => [
  ...(await checkReadyItems(dependencies)),
  ...(await checkObjects(dependencies)),
  ...(await checkMultipartUploads(dependencies.database, dependencies.bucket)),
  ...(await checkLedgers(dependencies)),
  ...(await checkReferences(dependencies)),
  ...(await checkTree(dependencies.database)),
];
