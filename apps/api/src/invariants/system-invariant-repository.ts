import { and, eq, inArray, ne, notExists, sql, sum } from 'drizzle-orm';
import type { Executor } from '#db/database.ts';
import { grants, items, links, uploads, users } from '#db/schema.ts';

// Reads across all users: for the operator who checks the whole house, never for a request.

export const listStoredItems = (executor: Executor) =>
  executor
    .select({
      id: items.id,
      objectKey: items.objectKey,
      sizeBytes: items.sizeBytes,
      checksum: items.checksum,
      state: items.state,
    })
    .from(items);

export const listUnexpiredUploadKeys = (executor: Executor) =>
  executor
    .select({ objectKey: items.objectKey })
    .from(uploads)
    .innerJoin(items, eq(items.id, uploads.itemId))
    .where(and(ne(uploads.state, 'completed'), sql`${uploads.expiresAt} > now()`));

export const listLedgers = async (executor: Executor) => {
  const accounts = await executor.select().from(users);
  const sums = await executor
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

export const listUploadingItemsWithoutUpload = (executor: Executor) =>
  executor
    .select({ id: items.id })
    .from(items)
    .where(
      and(
        eq(items.state, 'uploading'),
        notExists(executor.select({ one: sql`1` }).from(uploads).where(eq(uploads.itemId, items.id))),
      ),
    );

export const listSharesOfMissingItems = async (executor: Executor) => {
  const itemIds = executor.select({ id: items.id }).from(items);
  const missing = (column: typeof grants.itemId | typeof links.itemId) =>
    sql`not ${inArray(column, itemIds)}`;
  return [
    ...(await executor.select({ id: grants.id }).from(grants).where(missing(grants.itemId))),
    ...(await executor.select({ id: links.id }).from(links).where(missing(links.itemId))),
  ];
};
