import type { Transaction } from '@share-my-files/local-server';
import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import { assertSecretHash } from '../clients/client-secret.ts';
import type { FindClient } from '../clients/find-client.ts';
import { codeMismatch, notAuthorized } from '../errors.ts';
import type { AuthSessions } from '../sign-in/auth-sessions.ts';
import { allowsAutoSignIn } from '../sign-in/auto-sign-in.ts';
import type { Accounts } from '../users/accounts.ts';
import type { UserRepository } from '../users/user-repository.ts';
import type { VerificationCodes } from '../users/verification-codes.ts';
import { clientId, confirmationCode, secretHash, session, username } from './request-fields.ts';

const requestSchema = z.object({
  ClientId: clientId,
  SecretHash: secretHash.optional(),
  Username: username,
  ConfirmationCode: confirmationCode,
  Session: session.optional(),
});

type Dependencies = {
  findClient: FindClient;
  accounts: Accounts;
  authSessions: AuthSessions;
  codes: VerificationCodes;
  users: UserRepository;
  transaction: Transaction;
};

/** Confirms a sign-up and verifies the email address that received the code. */
export const createConfirmSignUp = (pool: Dependencies): Action =>
  defineAction(requestSchema, ({ ClientId, SecretHash, Username, ConfirmationCode, Session }) => {
    const client = pool.findClient(ClientId);
    assertSecretHash(client, Username, SecretHash);
    const account = pool.accounts.find(client, Username, 'Username/client id combination not found.');
    const { sub, user } = account;
    if (user !== undefined && user.status !== 'UNCONFIRMED') {
      throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`);
    }
    const responses = { USERNAME: Username };
    const signUp =
      Session && pool.authSessions.findAnswered({ client, responses, session: Session }, 'CONFIRM_SIGN_UP');
    pool.codes.assertMatches(sub, 'sign-up', ConfirmationCode);
    // Simulated accounts have a pending code so that responses do not differ. It never works.
    if (user === undefined) throw codeMismatch();

    if (signUp) signUp.consume();
    pool.transaction(() => {
      pool.codes.consume(sub, 'sign-up');
      const attributes = { ...user.attributes, email_verified: 'true' };
      pool.users.update(sub, { status: 'CONFIRMED', attributes });
    });
    return allowsAutoSignIn(client)
      ? { Session: pool.authSessions.open({ client, account }, { AUTO_SIGN_IN: {} }) }
      : {};
  });
