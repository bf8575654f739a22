import type { AccessTokenClaims } from '#auth/token-verifier.ts';
import type { UserPool } from '#auth/user-pool.ts';
import type { Database, Executor } from '#db/database.ts';
import { AppError, unauthenticated } from '#errors.ts';
import { findUser, refuseOlderTokens, saveProfile, type User } from './account-repository.ts';

type UserServiceDependencies = {
  database: Database;
  userPool: UserPool;
  quotaBytes: number;
  /** Told that this user has proved to hold this address, and told again in a new transaction while it says false. */
  onVerifiedEmail: (tx: Executor, userId: string, email: string) => Promise<boolean>;
};

export type UserService = ReturnType<typeof createUserService>;

// A sign-in may have been the proof of a new address; tokens that are only refreshed keep their auth_time.
const isProfileCurrent = (user: User | undefined, { signedInAt }: AccessTokenClaims): boolean =>
  user !== undefined && user.profileReadAt.getTime() >= signedInAt * 1000;

/** Both in whole seconds, as of the epoch: `iat` is no more exact than that. */
const compareToSignOut = (user: User | undefined, { issuedAt }: AccessTokenClaims): number =>
  user?.tokensValidAfter == null ? 1 : issuedAt - Math.floor(user.tokensValidAfter.getTime() / 1000);

export const createUserService = ({
  database,
  userPool,
  quotaBytes,
  onVerifiedEmail,
}: UserServiceDependencies) => {
  const refreshProfile = async (userId: string, accessToken: string): Promise<void> => {
    const profile = await userPool.readProfile(accessToken);
    const tell = async (tx: Executor): Promise<boolean> =>
      !profile.emailVerified || (await onVerifiedEmail(tx, userId, profile.email));
    await database.transaction(async (tx) => {
      await saveProfile(tx, userId, profile, quotaBytes);
      await tell(tx);
    });
    // Whoever looked for this user while the transaction ran did not see her: now both see each other.
    let isAllTold = false;
    while (!isAllTold) isAllTold = await database.transaction(tell);
  };

  const refuseTokens = (userId: string) => database.transaction((tx) => refuseOlderTokens(tx, userId));

  return {
    /** Knows the user from now on; throws if she has signed out everywhere since the token was made. */
    admit: async (claims: AccessTokenClaims, accessToken: string): Promise<void> => {
      const user = await findUser(database.queries, claims.userId);
      const order = compareToSignOut(user, claims);
      if (order < 0) throw unauthenticated();
      // A token of the very second of the sign-out may be older or newer. Cognito knows, and tells GetUser.
      if (order === 0 || !isProfileCurrent(user, claims)) await refreshProfile(claims.userId, accessToken);
    },

    /** Cognito first: if it cannot be reached, nothing has happened and the caller is told so. */
    signOutEverywhere: async (userId: string, accessToken: string): Promise<void> => {
      await userPool.signOutEverywhere(accessToken).catch(async (error: unknown) => {
        // Revoked already: an earlier attempt may have reached Cognito, but not the database.
        if (error instanceof AppError && error.code === 'invalid_token') await refuseTokens(userId);
        throw error;
      });
      await refuseTokens(userId);
    },
  };
};
