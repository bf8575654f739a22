import { and, eq, isNull } from 'drizzle-orm';
import type { Executor, Reader } from '#db/database.ts';
import { grants, users } from '#db/schema.ts';

// These go by a proved e-mail address, across the items of all owners.

/** Who has proved to hold this address. */
export const findHolder = async (reader: Reader, email: string): Promise<string | undefined> => {
  const [holder] = await reader
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.email, email), eq(users.emailVerified, true)));
  return holder?.id;
};

/** Gives what was shared with an address to the first who proves to hold it. */
export const claimGrants = async (tx: Executor, userId: string, email: string): Promise<void> => {
  await tx
    .update(grants)
    .set({ granteeId: userId })
    .where(and(eq(grants.email, email), isNull(grants.granteeId)));
};
