import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Action, defineAction } from '../action.ts';
import { usernameExists } from '../errors.ts';
import type { UserPool } from '../user-pool.ts';
import { attributeListSchema } from '../users/attribute-schema.ts';
import { assertPasswordConforms } from '../users/password-policy.ts';
import { readSignUpAttributes } from '../users/user-attributes.ts';
import { clientId, password, username } from './request-fields.ts';

const requestSchema = z.object({
  ClientId: clientId,
  Username: username,
  Password: password,
  UserAttributes: attributeListSchema.default([]),
});

type Dependencies = Pick<
  UserPool,
  'settings' | 'findClient' | 'users' | 'passwords' | 'deliverCode' | 'transaction'
>;

/** Creates an unconfirmed user and mails the code that confirms the address. */
export const createSignUp = (pool: Dependencies): Action =>
  defineAction(requestSchema, ({ ClientId, Username, Password, UserAttributes }) => {
    const client = pool.findClient(ClientId);
    const attributes = readSignUpAttributes(Username, UserAttributes, pool.settings, client);
    assertPasswordConforms(Password, pool.settings.passwordPolicy);
    if (pool.users.findByEmail(attributes.email) !== undefined) throw usernameExists();

    const sub = randomUUID();
    const delivery = pool.transaction(() => {
      pool.users.insert({ sub, username: sub, status: 'UNCONFIRMED', attributes });
      pool.passwords.set(sub, Password);
      return pool.deliverCode({ sub, email: attributes.email, isReachable: true }, 'sign-up');
    });
    return { UserConfirmed: false, UserSub: sub, CodeDeliveryDetails: delivery };
  });
