import type { User } from '../users/user-repository.ts';
import type { SecondFactors } from './second-factors.ts';

/** The second factors of a user, as GetUser and its relatives show them. */
export const toMfaSettings = (secondFactors: SecondFactors, user: User) => {
  const { enabled, preferred } = secondFactors.of(user);
  return {
    ...(enabled.length > 0 && { UserMFASettingList: enabled }),
    ...(preferred && { PreferredMfaSetting: preferred }),
  };
};
