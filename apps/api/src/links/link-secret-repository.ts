import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Executor, Reader } from '#db/database.ts';
import { hasActiveOwner, isInUse } from '#db/item-access.ts';
import { isStatusCheckDue } from '#db/owner-status.ts';
import { items, links, users } from '#db/schema.ts';
import { isLive } from './link-repository.ts';

// The secret authorizes these queries instead of a user.

const isOpenItem = and(isInUse, hasActiveOwner);

export const findOpenLink = async (reader: Reader, secretHash: string) => {
  const [opened] = await reader
    .select({
      name: items.name,
      mediaType: items.mediaType,
      sizeBytes: items.sizeBytes,
      objectKey: items.objectKey,
      expiresAt: links.expiresAt,
    })
    .from(links)
    .innerJoin(items, eq(items.id, links.itemId))
    .where(and(eq(links.secretHash, secretHash), isLive, isOpenItem));
  return opened;
};

/** Finds the owner of a link about whom Cognito has to be asked again. */
export const findOwnerToCheck = async (reader: Reader, secretHash: string): Promise<string | undefined> => {
  const [owner] = await reader
    .select({ id: users.id })
    .from(links)
    .innerJoin(items, eq(items.id, links.itemId))
    .innerJoin(users, eq(users.id, items.ownerId))
    .where(and(eq(links.secretHash, secretHash), isStatusCheckDue));
  return owner?.id;
};

/** Checks the link and counts the download in one statement; resolves to `false` if the link is dead. */
export const countDownload = async (tx: Executor, secretHash: string): Promise<boolean> => {
  const openItems = tx.select({ id: items.id }).from(items).where(isOpenItem);
  const counted = await tx
    .update(links)
    .set({ downloads: sql`${links.downloads} + 1` })
    .where(and(eq(links.secretHash, secretHash), isLive, inArray(links.itemId, openItems)))
    .returning({ id: links.id });
  return counted.length === 1;
};
