import { and, eq, inArray, isNull } from 'drizzle-orm';
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

/** Assigns unclaimed grants for an email address to its verified user; resolves to `false` if more may remain. */
export const claimGrants = async (tx: Executor, userId: string, email: string): Promise<boolean> => {
  const isUnclaimed = and(eq(grants.email, email), isNull(grants.granteeId));
  const unclaimed = tx.select({ id: grants.id }).from(grants).where(isUnclaimed).limit(claimLimit);
  const claimed = await tx
    .update(grants)
    .set({ granteeId: userId })
    .where(and(inArray(grants.id, unclaimed), isUnclaimed))
    .returning({ id: grants.id });
  return claimed.length < claimLimit;
};
