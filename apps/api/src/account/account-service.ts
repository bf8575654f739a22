import type { Me } from '@share-my-files/contract';
import type { AccessTokenClaims } from '#auth/token-verifier.ts';
import type { UserPool } from '#auth/user-pool.ts';
import type { Database, Executor } from '#db/database.ts';
import { AppError, unauthenticated } from '#errors.ts';
import { findUser, invalidateTokens, saveProfile, type User } from './account-repository.ts';

type AccountServiceDependencies = {
  database: Database;
  userPool: UserPool;
  quotaBytes: number;
  /** Called when an email address is verified; called again in a new transaction until it resolves to true. */
  onVerifiedEmail: (tx: Executor, userId: string, email: string) => Promise<boolean>;
};

export type AccountService = ReturnType<typeof createAccountService>;

// The last sign-in may have verified a new address; refreshed tokens keep their `auth_time`.
const isProfileCurrent = (user: User | undefined, { signedInAt }: AccessTokenClaims): boolean =>
  user !== undefined && user.profileReadAt.getTime() >= signedInAt * 1000;

/** Compares in whole seconds, the precision of `iat`: negative for a token issued before the sign-out. */
const compareToSignOut = (user: User | undefined, { issuedAt }: AccessTokenClaims): number =>
  user?.tokensValidAfter == null ? 1 : issuedAt - Math.floor(user.tokensValidAfter.getTime() / 1000);

export const createAccountService = ({
  database,
  userPool,
  quotaBytes,
  onVerifiedEmail,
}: AccountServiceDependencies) => {
  const refreshProfile = async (userId: string, accessToken: string): Promise<void> => {
    const profile = await userPool.readProfile(accessToken);
    const claimInvitations = async (tx: Executor): Promise<boolean> =>
      !profile.emailVerified || (await onVerifiedEmail(tx, userId, profile.email));
    await database.transaction(async (tx) => {
      await saveProfile(tx, userId, profile, quotaBytes);
      await claimInvitations(tx);
    });
    // Invitations created concurrently could not see this row yet, so claim again after the commit.
    let isComplete = false;
    while (!isComplete) isComplete = await database.transaction(claimInvitations);
  };

  const invalidate = async (userId: string): Promise<void> => {
    if (!(await database.transaction((tx) => invalidateTokens(tx, userId)))) throw unauthenticated();
  };

  return {
    /** Saves the profile after a sign-in; throws `invalid_token` if the user has signed out everywhere since. */
    acceptToken: async (claims: AccessTokenClaims, accessToken: string): Promise<void> => {
      const user = await findUser(database.queries, claims.userId);
      const order = compareToSignOut(user, claims);
      if (order < 0) throw unauthenticated();
      // A token from the second of the sign-out may be older or newer: GetUser rejects it if it was revoked.
      if (order === 0 || !isProfileCurrent(user, claims)) await refreshProfile(claims.userId, accessToken);
    },

    getMe: async (userId: string): Promise<Me> => {
      const user = await findUser(database.queries, userId);
      if (user === undefined) throw new Error('A signed-in user has no row.');
      const { id, email, name, usedBytes, reservedBytes, quotaBytes } = user;
      return { id, email, name, usedBytes, reservedBytes, quotaBytes };
    },

    /** Revokes at Cognito first: if it cannot be reached, nothing has changed and the caller gets the error. */
    signOutEverywhere: async (userId: string, accessToken: string): Promise<void> => {
      await userPool.signOutEverywhere(accessToken).catch(async (error: unknown) => {
        // Already revoked: an earlier attempt may have reached Cognito, but not the database.
        if (error instanceof AppError && error.code === 'invalid_token') await invalidate(userId);
        throw error;
      });
      await invalidate(userId);
    },
  };
};
