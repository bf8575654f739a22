import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { UserPool } from '../composition/user-pool.ts';
import { invalidParameter } from '../errors.ts';
import { assertPasswordConforms } from '../users/password-policy.ts';
import { defineUserAction } from './admin-action.ts';
import { password, username, userPoolId } from './request-fields.ts';

const requestSchema = z.object({
  UserPoolId: userPoolId,
  Username: username,
  Password: password,
  Permanent: z.boolean().default(false),
});

type Dependencies = Pick<UserPool, 'settings' | 'users' | 'passwords' | 'lockout' | 'transaction'>;

/** Gives a user a password: for good, or to be changed at the next sign-in. */
export const createAdminSetUserPassword = (pool: Dependencies): Action =>
  defineUserAction(pool, requestSchema, ({ Password, Permanent }, user) => {
    // Who comes from another provider has the password there.
    if (user.status === 'EXTERNAL_PROVIDER') throw invalidParameter('User is federated.');
    assertPasswordConforms(Password, pool.settings.passwordPolicy);
    pool.transaction(() => {
      pool.passwords.set(user.sub, Password, { isTemporary: !Permanent });
      pool.users.update(user.sub, { status: Permanent ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD' });
      pool.lockout.clear(user.sub);
    });
    return {};
  });
