import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import type { UserPool } from '../composition/user-pool.ts';
import { token, verifiableAttribute } from './request-fields.ts';

const requestSchema = z.object({ AccessToken: token, AttributeName: verifiableAttribute });

type Dependencies = Pick<
  UserPool,
  'authenticate' | 'pendingEmails' | 'limits' | 'deliverCode' | 'transaction'
>;

/** Mails a new code to the address that waits for verification, or else to the present one. */
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
