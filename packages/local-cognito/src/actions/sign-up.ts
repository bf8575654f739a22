import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import { assertSecretHash } from '../clients/client-secret.ts';
import type { UserPool } from '../composition/user-pool.ts';
import { usernameExists } from '../errors.ts';
import { allowsAutoSignIn, assertPasswordless } from '../sign-in/auto-sign-in.ts';
import { attributeListSchema } from '../users/attribute-schema.ts';
import { createSub } from '../users/create-sub.ts';
import { assertPasswordConforms } from '../users/password-policy.ts';
import { readSignUpAttributes } from '../users/user-attributes.ts';
import { clientId, password, secretHash, username } from './request-fields.ts';

const requestSchema = z.object({
  ClientId: clientId,
  SecretHash: secretHash.optional(),
  Username: username,
  Password: password.optional(),
  UserAttributes: attributeListSchema.default([]),
});

type Dependencies = Pick<
  UserPool,
  'settings' | 'findClient' | 'users' | 'passwords' | 'deliverCode' | 'transaction' | 'authSessions'
>;

/** Creates an unconfirmed user and mails the code that confirms the address. */
export const createSignUp = (pool: Dependencies): Action =>
  defineAction(requestSchema, ({ ClientId, SecretHash, Username, Password, UserAttributes }) => {
    const client = pool.findClient(ClientId);
    assertSecretHash(client, Username, SecretHash);
    const attributes = readSignUpAttributes(Username, UserAttributes, pool.settings, client);
    if (Password === undefined) assertPasswordless(client, pool.settings);
    else assertPasswordConforms(Password, pool.settings.passwordPolicy);
    if (pool.users.findByEmail(attributes.email) !== undefined) throw usernameExists();

    const sub = createSub();
    const delivery = pool.transaction(() => {
      pool.users.insert({ sub, username: sub, status: 'UNCONFIRMED', attributes });
      if (Password !== undefined) pool.passwords.set(sub, Password);
      return pool.deliverCode({ sub, email: attributes.email, isReachable: true }, 'sign-up');
    });
    const account = { sub, email: attributes.email, user: pool.users.findBySub(sub) };
    return {
      UserConfirmed: false,
      UserSub: sub,
      CodeDeliveryDetails: delivery,
      ...(allowsAutoSignIn(client) && {
        Session: pool.authSessions.open({ client, account }, { CONFIRM_SIGN_UP: {} }),
      }),
    };
  });
