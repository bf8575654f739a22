import type { Transaction } from '@share-my-files/local-server';
import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import { assertSecretHash } from '../clients/client-secret.ts';
import type { FindClient } from '../clients/find-client.ts';
import { invalidParameter, notAuthorized } from '../errors.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { canRecoverByEmail } from '../users/account-recovery.ts';
import type { Accounts } from '../users/accounts.ts';
import type { AttemptLimits } from '../users/attempt-limits.ts';
import type { DeliverCode } from '../users/code-delivery.ts';
import { clientId, secretHash, username } from './request-fields.ts';

const requestSchema = z.object({
  ClientId: clientId,
  SecretHash: secretHash.optional(),
  Username: username,
});

type Dependencies = {
  settings: PoolSettings;
  findClient: FindClient;
  accounts: Accounts;
  limits: AttemptLimits;
  deliverCode: DeliverCode;
  transaction: Transaction;
};

/**
 * Sends a code to set a new password. With PreventUserExistenceErrors `ENABLED`, the response does not reveal
 * that a user is unknown or unreachable.
 */
export const createForgotPassword = (pool: Dependencies): Action =>
  defineAction(requestSchema, ({ ClientId, SecretHash, Username }) => {
    const client = pool.findClient(ClientId);
    assertSecretHash(client, Username, SecretHash);
    const { sub, email, user } = pool.accounts.find(
      client,
      Username,
      'Username/client id combination not found.',
    );
    const isReachable = canRecoverByEmail(user);
    if (!isReachable && client.preventUserExistenceErrors === 'LEGACY') {
      if (user?.isEnabled === false) throw notAuthorized('User is disabled.');
      if (user?.status === 'FORCE_CHANGE_PASSWORD') {
        throw notAuthorized('User password cannot be reset in the current state.');
      }
      throw invalidParameter(
        'Cannot reset password for the user as there is no registered/verified email or phone_number',
      );
    }
    pool.limits.assertBelowLimit(sub, 'forgot-password');
    const delivery = pool.transaction(() => {
      pool.limits.record(sub, 'forgot-password');
      return pool.deliverCode({ sub, email, isReachable }, 'password-reset');
    });
    return { CodeDeliveryDetails: delivery };
  });
