import { and, eq, ne } from 'drizzle-orm';
import type { Profile } from '#auth/user-pool.ts';
import type { Executor, Reader } from '#db/database.ts';
import { users } from '#db/schema.ts';

type User = typeof users.$inferSelect;

export const findUser = async (reader: Reader, userId: string): Promise<User | undefined> => {
  const [user] = await reader.select().from(users).where(eq(users.id, userId));
  return user;
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
