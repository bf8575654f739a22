import type { Transaction } from '@share-my-files/local-server';
import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import { invalidParameter } from '../errors.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { SignInLockout } from '../sign-in/sign-in-lockout.ts';
import { assertPasswordConforms } from '../users/password-policy.ts';
import type { Passwords } from '../users/passwords.ts';
import type { UserRepository } from '../users/user-repository.ts';
import { defineUserAction } from './admin-action.ts';
import { password, username, userPoolId } from './request-fields.ts';

const requestSchema = z.object({
  UserPoolId: userPoolId,
  Username: username,
  Password: password,
  Permanent: z.boolean().default(false),
});

type Dependencies = {
  settings: PoolSettings;
  users: UserRepository;
  passwords: Passwords;
  lockout: SignInLockout;
  transaction: Transaction;
};

/** Sets a user's password, permanent or to be changed at the next sign-in. */
export const createAdminSetUserPassword = (pool: Dependencies): Action =>
  defineUserAction(pool, requestSchema, ({ Password, Permanent }, user) => {
    // Users of an external provider have their password there.
    if (user.status === 'EXTERNAL_PROVIDER') throw invalidParameter('User is federated.');
    assertPasswordConforms(Password, pool.settings.passwordPolicy);
    pool.transaction(() => {
      pool.passwords.set(user.sub, Password, { isTemporary: !Permanent });
      pool.users.update(user.sub, { status: Permanent ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD' });
      pool.lockout.clear(user.sub);
    });
    return {};
  });
