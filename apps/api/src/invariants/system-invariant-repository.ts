import { and, eq, inArray, ne, notExists, sql, sum } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { grants, items, links, uploads, users } from '#db/schema.ts';

// For the operator: these read the rows of all users, and no request reaches them.

export const listStoredItems = (reader: Reader) =>
  reader
    .select({
      id: items.id,
      objectKey: items.objectKey,
      sizeBytes: items.sizeBytes,
      checksum: items.checksum,
      state: items.state,
      kind: items.kind,
      ownerId: items.ownerId,
      parentId: items.parentId,
      name: items.name,
      placeKey: items.placeKey,
      trashedAt: items.trashedAt,
    })
    .from(items);

export const listUnexpiredUploadKeys = (reader: Reader) =>
  reader
    .select({ objectKey: items.objectKey })
    .from(uploads)
    .innerJoin(items, eq(items.id, uploads.itemId))
    .where(and(ne(uploads.state, 'completed'), sql`${uploads.expiresAt} > now()`));

export const listUnfinishedUploads = (reader: Reader) =>
  reader
    .select({
      id: uploads.id,
      objectKey: items.objectKey,
      multipartUploadId: uploads.multipartUploadId,
      state: uploads.state,
    })
    .from(uploads)
    .innerJoin(items, eq(items.id, uploads.itemId))
    .where(ne(uploads.state, 'completed'));

export const listLedgers = async (reader: Reader) => {
  const accounts = await reader.select().from(users);
  const sums = await reader
    .select({ ownerId: items.ownerId, state: items.state, bytes: sum(items.sizeBytes).mapWith(Number) })
    .from(items)
    .groupBy(items.ownerId, items.state);
  const bytesOf = (ownerId: string, states: string[]) =>
    sums
      .filter((row) => row.ownerId === ownerId && states.includes(row.state))
      .reduce((total, row) => total + row.bytes, 0);
  return accounts.map((account) => ({
    ...account,
    usedByItems: bytesOf(account.id, ['ready', 'deleting']),
    reservedByUploads: bytesOf(account.id, ['uploading']),
  }));
};

export const listUploadingItemsWithoutUpload = (reader: Reader) =>
  reader
    .select({ id: items.id })
    .from(items)
    .where(
      and(
        eq(items.state, 'uploading'),
        notExists(reader.select({ one: sql`1` }).from(uploads).where(eq(uploads.itemId, items.id))),
      ),
    );

export const listSharesOfMissingItems = async (reader: Reader) => {
  const itemIds = reader.select({ id: items.id }).from(items);
  const missing = (column: typeof grants.itemId | typeof links.itemId) =>
    sql`not ${inArray(column, itemIds)}`;
  return [
    ...(await reader.select({ id: grants.id }).from(grants).where(missing(grants.itemId))),
    ...(await reader.select({ id: links.id }).from(links).where(missing(links.itemId))),
  ];
};
