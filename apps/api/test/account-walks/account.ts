import type { World } from './world.ts';

/** What the user pool says about an account, and what its owner still has: a state of the model. */
export type Account = {
  status: string;
  isEnabled: boolean;
  isVerified: boolean;
  isChangingAddress: boolean;
  hasLeftAddress: boolean;
  hasAuthenticator: boolean;
  hasPhone: boolean;
  knowsPassword: boolean;
  passkeys: number;
  hasRemovedPasskey: boolean;
  recoveryCodes: number;
  hasDevice: boolean;
  hasForgottenDevice: boolean;
  /** Another account with the same address, of Google. */
  hasGoogleAccount: boolean;
};

export const observe = async (world: World): Promise<Account> => {
  const { pool, email, newAddress, owner, thief } = world;
  const user = await pool.client.adminGetUser(pool.userOf(email));
  const verified = user.UserAttributes?.find(({ Name }) => Name === 'email_verified')?.Value;
  return {
    status: user.UserStatus ?? '',
    isEnabled: user.Enabled ?? false,
    isVerified: verified === 'true',
    isChangingAddress: newAddress !== undefined,
    hasLeftAddress: thief.mailboxes.length > 0,
    hasAuthenticator: user.UserMFASettingList?.includes('SOFTWARE_TOKEN_MFA') ?? false,
    hasPhone: owner.authenticatorSecret !== undefined,
    knowsPassword: owner.password !== undefined,
    passkeys: owner.passkeys.length,
    hasRemovedPasskey: thief.passkeys.length > 0,
    recoveryCodes: owner.recoveryCodes.length,
    hasDevice: owner.device !== undefined,
    hasForgottenDevice: thief.device !== undefined,
    hasGoogleAccount: world.googleAddress === email,
  };
};

/** One line for each state, so that equal states are counted once; of passkeys and codes, two stand for any number. */
export const describeAccount = (account: Account): string =>
  JSON.stringify({
    ...account,
    passkeys: Math.min(account.passkeys, 2),
    recoveryCodes: Math.min(account.recoveryCodes, 2),
  });
