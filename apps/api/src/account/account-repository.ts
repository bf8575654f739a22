import type { DeletionPreview } from '@share-my-files/contract';
import { and, count, countDistinct, eq, exists, isNull, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Profile } from '#auth/user-pool.ts';
import type { Executor, Reader } from '#db/database.ts';
import { grants, items, links, users } from '#db/schema.ts';

type User = typeof users.$inferSelect;

export const findUser = async (reader: Reader, userId: string): Promise<User | undefined> => {
  const [user] = await reader.select().from(users).where(eq(users.id, userId));
  return user;
};

/** Prepares the query that reads a user, and whether another account has the same verified address. */
export const prepareFindMe = (reader: Reader) => {
  const others = alias(users, 'others');
  const otherAccounts = reader
    .select({ id: others.id })
    .from(others)
    .where(and(eq(others.email, users.email), ne(others.id, users.id), isNull(others.deletingAt)));
  const query = reader
    .select({
      id: users.id,
      email: users.email,
      name: users.name,
      usedBytes: users.usedBytes,
      reservedBytes: users.reservedBytes,
      quotaBytes: users.quotaBytes,
      hasOtherAccount: sql<boolean>`${users.emailVerified} and ${exists(otherAccounts)}`,
    })
    .from(users)
    .where(eq(users.id, sql.placeholder('userId')))
    .prepare('find_me');

  return async (userId: string) => {
    const [me] = await query.execute({ userId });
    return me;
  };
};

const isVerifiedByAnother = (userId: string, email: string) =>
  and(eq(users.email, email), eq(users.emailVerified, true), ne(users.id, userId));

/** Resolves to whether another user has verified the email address. */
export const isEmailOfAnother = async (reader: Reader, userId: string, email: string): Promise<boolean> => {
  const others = await reader
    .select({ emailVerified: users.emailVerified })
    .from(users)
    .where(isVerifiedByAnother(userId, email));
  return others.length > 0;
};

/** Saves the profile; a verified email address counts only for the last user who verified it. */
export const saveProfile = async (tx: Executor, userId: string, profile: Profile, quotaBytes: number) => {
  if (profile.emailVerified) {
    await tx.update(users).set({ emailVerified: false }).where(isVerifiedByAnother(userId, profile.email));
  }
  await tx
    .insert(users)
    .values({ id: userId, ...profile, quotaBytes })
    .onConflictDoUpdate({ target: users.id, set: profile });
};

/** Ends sessions, links and shares of a user at once, and invitations to the address. Idempotent. */
export const beginDeletion = async (tx: Executor, userId: string): Promise<boolean> => {
  const begun = await tx
    .update(users)
    .set({ deletingAt: sql`coalesce(${users.deletingAt}, now())`, emailVerified: false })
    .where(eq(users.id, userId))
    .returning({ id: users.id });
  return begun.length === 1;
};

const countFiles = (state: typeof items.$inferSelect.state) =>
  sql`count(*) filter (where ${eq(items.state, state)} and ${items.kind} is distinct from 'folder')`.mapWith(
    Number,
  );

/** Counts what the deletion of a user deletes, and what others lose. */
export const countDeletion = async (reader: Reader, userId: string): Promise<DeletionPreview> => {
  const isOwnFile = and(eq(items.ownerId, userId), eq(items.state, 'ready'));
  const [own] = await reader
    .select({ files: countFiles('ready'), uploads: countFiles('uploading') })
    .from(items)
    .where(eq(items.ownerId, userId));
  const [granted] = await reader
    .select({ people: countDistinct(grants.email) })
    .from(grants)
    .innerJoin(items, eq(items.id, grants.itemId))
    .where(isOwnFile);
  const [linked] = await reader
    .select({ links: count() })
    .from(links)
    .innerJoin(items, eq(items.id, links.itemId))
    .where(isOwnFile);
  const [received] = await reader
    .select({ sharedFiles: countDistinct(grants.itemId) })
    .from(grants)
    .where(eq(grants.granteeId, userId));
  const user = await findUser(reader, userId);
  const none = { files: 0, uploads: 0, people: 0, links: 0, sharedFiles: 0 };
  return { ...none, ...own, ...granted, ...linked, ...received, bytes: user?.usedBytes ?? 0 };
};
