import type { Transaction } from '@share-my-files/local-server';
import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import { assertSecretHash } from '../clients/client-secret.ts';
import type { FindClient } from '../clients/find-client.ts';
import { invalidParameter } from '../errors.ts';
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
  findClient: FindClient;
  accounts: Accounts;
  limits: AttemptLimits;
  deliverCode: DeliverCode;
  transaction: Transaction;
};

/** Sends a new sign-up code, which invalidates the previous one. */
export const createResendConfirmationCode = (pool: Dependencies): Action =>
  defineAction(requestSchema, ({ ClientId, SecretHash, Username }) => {
    const client = pool.findClient(ClientId);
    assertSecretHash(client, Username, SecretHash);
    const { sub, email, user } = pool.accounts.find(
      client,
      Username,
      'Username/client id combination not found.',
    );
    if (user !== undefined && user.status !== 'UNCONFIRMED') {
      throw invalidParameter('User is already confirmed.');
    }
    pool.limits.assertBelowLimit(sub, 'resend-confirmation-code');
    const delivery = pool.transaction(() => {
      pool.limits.record(sub, 'resend-confirmation-code');
      return pool.deliverCode({ sub, email, isReachable: user !== undefined }, 'sign-up');
    });
    return { CodeDeliveryDetails: delivery };
  });
