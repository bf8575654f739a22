import type { PoolSettings } from '../settings/pool-settings.ts';
import type { Account } from '../users/accounts.ts';
import type { User } from '../users/user-repository.ts';
import type { MfaMethod, MfaPreferences } from './mfa-preferences.ts';
import type { SoftwareTokens } from './software-tokens.ts';

/** The enabled methods of a user. Without a preferred one, the user chooses. */
type UserSecondFactors = { enabled: MfaMethod[]; preferred: MfaMethod | undefined };

/** Determines which second factors users have, and who requires one. */
export type SecondFactors = {
  of: (user: User) => UserSecondFactors;
  /** Whether the user can enable the method: a verified authenticator app or address. */
  isUsable: (user: User, method: MfaMethod) => boolean;
  isRequiredFor: (account: Account) => boolean;
  /** Whether a passkey counts as both factors: the pool, and the user who has another one, allow it. */
  isPasskeySufficientFor: (account: Account) => boolean;
};

type Dependencies = {
  settings: Pick<PoolSettings, 'mfaConfiguration' | 'enabledMfas' | 'webAuthn'>;
  softwareTokens: SoftwareTokens;
  mfaPreferences: MfaPreferences;
};

/** Combines the pool's MfaConfiguration with each user's setup and preferences. */
export const createSecondFactors = ({
  settings,
  softwareTokens,
  mfaPreferences,
}: Dependencies): SecondFactors => {
  const isUsable = ({ sub, attributes }: User, method: MfaMethod): boolean => {
    if (settings.mfaConfiguration === 'OFF' || !settings.enabledMfas.includes(method)) return false;
    return method === 'SOFTWARE_TOKEN_MFA'
      ? softwareTokens.isVerified(sub)
      : attributes.email_verified === 'true';
  };

  const of = (user: User): UserSecondFactors => {
    const preferences = mfaPreferences.of(user.sub);
    const isIncluded = (method: MfaMethod): boolean =>
      preferences.some((preference) => preference.method === method) ||
      // With mandatory MFA, an app that is set up cannot be disabled and replaced.
      (settings.mfaConfiguration === 'ON' && method === 'SOFTWARE_TOKEN_MFA');
    const enabled = settings.enabledMfas.filter((method) => isIncluded(method) && isUsable(user, method));
    const preferred = preferences.find(({ isPreferred }) => isPreferred)?.method;
    return { enabled, preferred: enabled.find((method) => method === preferred) };
  };

  return {
    of,
    isUsable,
    isPasskeySufficientFor: ({ user }) =>
      settings.webAuthn.factorConfiguration === 'MULTI_FACTOR_WITH_USER_VERIFICATION' &&
      user !== undefined &&
      mfaPreferences.hasPasskey(user.sub) &&
      of(user).enabled.length > 0,
    isRequiredFor: ({ user }) => {
      if (settings.mfaConfiguration !== 'OPTIONAL') return settings.mfaConfiguration === 'ON';
      return user !== undefined && of(user).enabled.length > 0;
    },
  };
};
