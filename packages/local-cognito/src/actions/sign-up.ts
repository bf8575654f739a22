import type { Transaction } from '@share-my-files/local-server';
import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import { assertSecretHash } from '../clients/client-secret.ts';
import type { FindClient } from '../clients/find-client.ts';
import { usernameExists } from '../errors.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { AuthSessions } from '../sign-in/auth-sessions.ts';
import { allowsAutoSignIn, assertPasswordless } from '../sign-in/auto-sign-in.ts';
import { attributeListSchema } from '../users/attribute-schema.ts';
import type { DeliverCode } from '../users/code-delivery.ts';
import { createSub } from '../users/create-sub.ts';
import { assertPasswordConforms } from '../users/password-policy.ts';
import type { Passwords } from '../users/passwords.ts';
import { readSignUpAttributes } from '../users/user-attributes.ts';
import type { UserRepository } from '../users/user-repository.ts';
import { clientId, password, secretHash, username } from './request-fields.ts';

const requestSchema = z.object({
  ClientId: clientId,
  SecretHash: secretHash.optional(),
  Username: username,
  Password: password.optional(),
  UserAttributes: attributeListSchema.default([]),
});

type Dependencies = {
  settings: PoolSettings;
  findClient: FindClient;
  users: UserRepository;
  passwords: Passwords;
  deliverCode: DeliverCode;
  transaction: Transaction;
  authSessions: AuthSessions;
};

/** Creates an unconfirmed user and sends the confirmation code. */
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
