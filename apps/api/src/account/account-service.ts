import type { Me } from '@share-my-files/contract';
import type { Profile } from '#auth/user-pool.ts';
import type { Database, Executor, Reader } from '#db/database.ts';
import { findUser, isEmailOfAnother, prepareFindMe, saveProfile } from './account-repository.ts';

type AccountServiceDependencies = {
  database: Database;
  quotaBytes: number;
  /** Called when an email address is verified; called again in a new transaction until it resolves to true. */
  onVerifiedEmail: (tx: Executor, userId: string, email: string) => Promise<boolean>;
};

export type AccountService = ReturnType<typeof createAccountService>;

const isSame = (a: Profile, b: Profile): boolean =>
  a.email === b.email && a.emailVerified === b.emailVerified && a.name === b.name;

export const createAccountService = ({
  database,
  quotaBytes,
  onVerifiedEmail,
}: AccountServiceDependencies) => {
  const findMe = prepareFindMe(database.queries);

  /** Reading an unchanged address again does not take it from a user who has verified it since. */
  const settleEmail = async (
    tx: Executor,
    userId: string,
    profile: Profile,
    known: Profile | undefined,
  ): Promise<Profile> => {
    if (profile.email !== known?.email || !(await isEmailOfAnother(tx, userId, profile.email)))
      return profile;
    return { ...profile, emailVerified: false };
  };

  return {
    /** Returns a user whose account is not being deleted. */
    findActive: async (reader: Reader, userId: string) => {
      const user = await findUser(reader, userId);
      return user?.deletingAt === null ? user : undefined;
    },

    /** Saves the profile in Cognito, and claims the shares of a verified address; `known` is undefined after a sign-in. */
    saveProfile: async (userId: string, profile: Profile, known: Profile | undefined): Promise<void> => {
      if (known !== undefined && isSame(profile, known)) return;
      const claim = async (tx: Executor, { email, emailVerified }: Profile): Promise<boolean> =>
        !emailVerified || (await onVerifiedEmail(tx, userId, email));
      const saved = await database.transaction(async (tx) => {
        const settled = await settleEmail(tx, userId, profile, known);
        await saveProfile(tx, userId, settled, quotaBytes);
        await claim(tx, settled);
        return settled;
      });
      // Invitations created concurrently could not see this row yet, so claim again after the commit.
      let isComplete = false;
      while (!isComplete) isComplete = await database.transaction((tx) => claim(tx, saved));
    },

    getMe: async (userId: string): Promise<Me> => {
      const me = await findMe(userId);
      if (me === undefined) throw new Error('A signed-in user has no row.');
      return me;
    },
  };
};
