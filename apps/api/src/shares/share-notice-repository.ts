import { and, count, eq, lt, sql } from 'drizzle-orm';
import type { Executor, Reader } from '#db/database.ts';
import { shareNotices } from '#db/schema.ts';

const isOlderThanADay = lt(shareNotices.sentAt, sql`now() - make_interval(days => 1)`);

export const deleteOldNotices = async (tx: Executor, ownerId: string): Promise<void> => {
  await tx.delete(shareNotices).where(and(eq(shareNotices.ownerId, ownerId), isOlderThanADay));
};

export const countNotices = async (reader: Reader, ownerId: string): Promise<number> => {
  const [row] = await reader
    .select({ notices: count() })
    .from(shareNotices)
    .where(eq(shareNotices.ownerId, ownerId));
  return row?.notices ?? 0;
};

export const findNotices = (reader: Reader, ownerId: string) =>
  reader
    .select({ itemId: shareNotices.itemId, email: shareNotices.email, sentAt: shareNotices.sentAt })
    .from(shareNotices)
    .where(eq(shareNotices.ownerId, ownerId));

/** Resolves to `false` if the notice exists. */
export const recordNotice = async (
  tx: Executor,
  ownerId: string,
  { itemId, email }: { itemId: string; email: string },
): Promise<boolean> => {
  const recorded = await tx
    .insert(shareNotices)
    .values({ ownerId, itemId, email })
    .onConflictDoNothing()
    .returning({ email: shareNotices.email });
  return recorded.length === 1;
};
