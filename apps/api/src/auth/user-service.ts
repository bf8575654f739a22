import type { Database, Executor } from '#db/database.ts';
import { unauthenticated } from '#errors.ts';
import type { AccessTokenClaims } from './token-verifier.ts';
import type { ReadProfile } from './user-profiles.ts';
import { findUser, refuseOlderTokens, saveProfile, type User } from './user-repository.ts';

type UserServiceDependencies = {
  database: Database;
  readProfile: ReadProfile;
  quotaBytes: number;
  /** Told that this user has proved to hold this address. */
  onVerifiedEmail: (executor: Executor, userId: string, email: string) => Promise<void>;
};

export type UserService = ReturnType<typeof createUserService>;

// A sign-in may have been the proof of a new address; tokens that are only refreshed keep their auth_time.
const isProfileCurrent = (user: User | undefined, { signedInAt }: AccessTokenClaims): boolean =>
  user !== undefined && user.profileReadAt.getTime() >= signedInAt * 1000;

/** `iat` has whole seconds, so a token of the very second of the sign-out may be older: it is refused. */
const isRefused = (user: User | undefined, { issuedAt }: AccessTokenClaims): boolean =>
  user?.tokensValidAfter != null && issuedAt * 1000 < user.tokensValidAfter.getTime();

export const createUserService = ({
  database,
  readProfile,
  quotaBytes,
  onVerifiedEmail,
}: UserServiceDependencies) => {
  const refreshProfile = async (userId: string, accessToken: string): Promise<void> => {
    const profile = await readProfile(accessToken);
    const tell = async (executor: Executor): Promise<void> => {
      if (profile.emailVerified) await onVerifiedEmail(executor, userId, profile.email);
    };
    await database.transaction(async (tx) => {
      await saveProfile(tx, userId, profile, quotaBytes);
      await tell(tx);
    });
    // Whoever looked for this user while the transaction ran did not see her: now both see each other.
    await tell(database.queries);
  };

  return {
    /** Knows the user from now on; throws if she has signed out everywhere since the token was made. */
    admit: async (claims: AccessTokenClaims, accessToken: string): Promise<void> => {
      const user = await findUser(database.queries, claims.userId);
      if (isRefused(user, claims)) throw unauthenticated();
      if (!isProfileCurrent(user, claims)) await refreshProfile(claims.userId, accessToken);
    },

    signOutEverywhere: async (userId: string): Promise<void> => {
      await refuseOlderTokens(database.queries, userId);
    },
  };
};
