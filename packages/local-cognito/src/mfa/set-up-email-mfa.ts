import type { Transaction } from '@share-my-files/local-server';
import { invalidSession } from '../errors.ts';
import type { Account } from '../users/accounts.ts';
import type { UserRepository } from '../users/user-repository.ts';
import type { MfaPreferences } from './mfa-preferences.ts';

type Dependencies = { users: UserRepository; mfaPreferences: MfaPreferences; transaction: Transaction };

/** Enables email as second factor of an account whose address a code has just verified. */
export const createSetUpEmailMfa =
  ({ users, mfaPreferences, transaction }: Dependencies) =>
  ({ sub, email }: Account): void => {
    const user = users.findBySub(sub);
    // The code verifies the address it was sent to, which may no longer be the user's.
    if (user?.attributes.email !== email) throw invalidSession();
    transaction(() => {
      users.update(sub, { attributes: { ...user.attributes, email_verified: 'true' } });
      mfaPreferences.set(sub, 'EMAIL_OTP', { isEnabled: true });
    });
  };
