import type { Transaction } from '@share-my-files/local-server';
import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import { invalidParameter, notAuthorized } from '../errors.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { canRecoverByEmail } from '../users/account-recovery.ts';
import type { DeliverCode } from '../users/code-delivery.ts';
import type { UserRepository } from '../users/user-repository.ts';
import { defineUserAction } from './admin-action.ts';
import { username, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, Username: username });

type Dependencies = {
  settings: PoolSettings;
  users: UserRepository;
  deliverCode: DeliverCode;
  transaction: Transaction;
};

/** Invalidates a password and sends a code to set a new one. */
export const createAdminResetUserPassword = (pool: Dependencies): Action =>
  defineUserAction(pool, requestSchema, (_request, user) => {
    const { sub, attributes } = user;
    if (user.status !== 'CONFIRMED' && user.status !== 'RESET_REQUIRED') {
      throw notAuthorized('User password cannot be reset in the current state.');
    }
    if (!canRecoverByEmail(user)) {
      throw invalidParameter(
        'Cannot reset password for the user as there is no registered/verified email or phone_number',
      );
    }
    pool.transaction(() => {
      pool.users.update(sub, { status: 'RESET_REQUIRED' });
      pool.deliverCode({ sub, email: attributes.email, isReachable: true }, 'password-reset');
    });
    return {};
  });
