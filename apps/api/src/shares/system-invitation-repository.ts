import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Executor, Reader } from '#db/database.ts';
import { grants, users } from '#db/schema.ts';

// These go by a proved e-mail address, across the items of all owners.

/** Returns the id of the user who has verified the email address. */
export const findVerifiedUser = async (reader: Reader, email: string): Promise<string | undefined> => {
  const [user] = await reader
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.email, email), eq(users.emailVerified, true)));
  return user?.id;
};

// A transaction of Aurora DSQL changes 3,000 rows at most.
// https://docs.aws.amazon.com/aurora-dsql/latest/userguide/CHAP_quotas.html
const claimedAtOnce = 1_000;

/** Gives what was shared with an address to the first who proves to hold it; false if there may be more of it. */
export const claimGrants = async (tx: Executor, userId: string, email: string): Promise<boolean> => {
  const isUnclaimed = and(eq(grants.email, email), isNull(grants.granteeId));
  const unclaimed = tx.select({ id: grants.id }).from(grants).where(isUnclaimed).limit(claimedAtOnce);
  const claimed = await tx
    .update(grants)
    .set({ granteeId: userId })
    .where(and(inArray(grants.id, unclaimed), isUnclaimed))
    .returning({ id: grants.id });
  return claimed.length < claimedAtOnce;
};
