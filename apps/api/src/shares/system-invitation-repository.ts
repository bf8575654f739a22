import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Executor, Reader } from '#db/database.ts';
import { grants, users } from '#db/schema.ts';

// For the system: these match a verified email address across the items of all owners.

/** Returns the id of the user who has verified the email address. */
export const findVerifiedUser = async (reader: Reader, email: string): Promise<string | undefined> => {
  const [user] = await reader
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.email, email), eq(users.emailVerified, true)));
  return user?.id;
};

// A transaction of Aurora DSQL changes at most 3,000 rows.
// https://docs.aws.amazon.com/aurora-dsql/latest/userguide/CHAP_quotas.html
const claimLimit = 1_000;

/**
 * Assigns the grants for an email address to its verified user, also those of a former holder of the address; resolves
 * to `false` if more may remain.
 */
export const claimGrants = async (tx: Executor, userId: string, email: string): Promise<boolean> => {
  const isOfAnother = and(eq(grants.email, email), sql`${grants.granteeId} is distinct from ${userId}`);
  const claimable = tx.select({ id: grants.id }).from(grants).where(isOfAnother).limit(claimLimit);
  const claimed = await tx
    .update(grants)
    .set({ granteeId: userId })
    .where(and(inArray(grants.id, claimable), isOfAnother))
    .returning({ id: grants.id });
  return claimed.length < claimLimit;
};
