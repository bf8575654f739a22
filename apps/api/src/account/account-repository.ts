import { and, eq, ne, sql } from 'drizzle-orm';
import type { Profile } from '#auth/user-pool.ts';
import type { Executor, Reader } from '#db/database.ts';
import { users } from '#db/schema.ts';

export type User = typeof users.$inferSelect;

export const findUser = async (reader: Reader, userId: string): Promise<User | undefined> => {
  const [user] = await reader.select().from(users).where(eq(users.id, userId));
  return user;
};

/** Saves the profile; a verified email address counts only for the last user who verified it. */
export const saveProfile = async (tx: Executor, userId: string, profile: Profile, quotaBytes: number) => {
  if (profile.emailVerified) {
    await tx
      .update(users)
      .set({ emailVerified: false })
      .where(and(eq(users.email, profile.email), ne(users.id, userId)));
  }
  await tx
    .insert(users)
    .values({ id: userId, ...profile, quotaBytes })
    .onConflictDoUpdate({ target: users.id, set: { ...profile, profileReadAt: sql`now()` } });
};

/** Invalidates the access tokens issued until now; resolves to whether the user exists. */
export const invalidateTokens = async (tx: Executor, userId: string): Promise<boolean> => {
  const invalidated = await tx
    .update(users)
    .set({ tokensValidAfter: sql`now()` })
    .where(eq(users.id, userId))
    .returning({ id: users.id });
  return invalidated.length === 1;
};
