import type { SecondFactors } from '../mfa/second-factors.ts';
import type { User } from '../users/user-repository.ts';

/** Returns the second factors of a user in the form of GetUser. */
export const toMfaSettings = (secondFactors: SecondFactors, user: User) => {
  const { enabled, preferred } = secondFactors.of(user);
  return {
    ...(enabled.length > 0 && { UserMFASettingList: enabled }),
    ...(preferred && { PreferredMfaSetting: preferred }),
  };
};
