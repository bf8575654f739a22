import type { Transaction } from '@share-my-files/local-server';
import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import { assertSecretHash } from '../clients/client-secret.ts';
import type { FindClient } from '../clients/find-client.ts';
import { codeMismatch } from '../errors.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { SignInLockout } from '../sign-in/sign-in-lockout.ts';
import { canRecoverByEmail } from '../users/account-recovery.ts';
import type { Accounts } from '../users/accounts.ts';
import { assertPasswordConforms } from '../users/password-policy.ts';
import type { Passwords } from '../users/passwords.ts';
import type { UserRepository } from '../users/user-repository.ts';
import type { VerificationCodes } from '../users/verification-codes.ts';
import { clientId, confirmationCode, password, secretHash, username } from './request-fields.ts';

const requestSchema = z.object({
  ClientId: clientId,
  SecretHash: secretHash.optional(),
  Username: username,
  ConfirmationCode: confirmationCode,
  Password: password,
});

type Dependencies = {
  settings: PoolSettings;
  findClient: FindClient;
  accounts: Accounts;
  codes: VerificationCodes;
  users: UserRepository;
  passwords: Passwords;
  lockout: SignInLockout;
  transaction: Transaction;
};

/** Sets a new password by the code from ForgotPassword. Sessions continue, as in AWS. */
export const createConfirmForgotPassword = (pool: Dependencies): Action =>
  defineAction(requestSchema, ({ ClientId, SecretHash, Username, ConfirmationCode, Password }) => {
    const client = pool.findClient(ClientId);
    assertSecretHash(client, Username, SecretHash);
    assertPasswordConforms(Password, pool.settings.passwordPolicy);
    const { sub, user } = pool.accounts.find(client, Username, 'Username/client id combination not found.');
    pool.codes.assertMatches(sub, 'password-reset', ConfirmationCode);
    // Unreachable users have a pending code so that responses do not differ. It never works.
    if (!canRecoverByEmail(user)) throw codeMismatch();

    pool.transaction(() => {
      pool.codes.consume(sub, 'password-reset');
      pool.lockout.clear(sub);
      pool.passwords.set(sub, Password);
      pool.users.update(sub, { status: 'CONFIRMED' });
    });
    return {};
  });
