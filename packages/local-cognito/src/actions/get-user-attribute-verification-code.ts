import type { Transaction } from '@share-my-files/local-server';
import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import type { Authenticate } from '../tokens/access-token-verifier.ts';
import type { AttemptLimits } from '../users/attempt-limits.ts';
import type { DeliverCode } from '../users/code-delivery.ts';
import type { PendingEmails } from '../users/pending-emails.ts';
import { token, verifiableAttribute } from './request-fields.ts';

const requestSchema = z.object({ AccessToken: token, AttributeName: verifiableAttribute });

type Dependencies = {
  authenticate: Authenticate;
  pendingEmails: PendingEmails;
  limits: AttemptLimits;
  deliverCode: DeliverCode;
  transaction: Transaction;
};

/** Sends a new code to the pending address or, without one, to the current address. */
export const createGetUserAttributeVerificationCode = (pool: Dependencies): Action =>
  defineAction(requestSchema, async ({ AccessToken }) => {
    const { sub, attributes } = await pool.authenticate(AccessToken);
    pool.limits.assertBelowLimit(sub, 'attribute-verification-code');
    const delivery = pool.transaction(() => {
      pool.limits.record(sub, 'attribute-verification-code');
      const email = pool.pendingEmails.find(sub) ?? attributes.email;
      return pool.deliverCode({ sub, email, isReachable: true }, 'attribute-verification');
    });
    return { CodeDeliveryDetails: delivery };
  });
