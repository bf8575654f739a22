import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import { assertSecretHash } from '../clients/client-secret.ts';
import type { UserPool } from '../composition/user-pool.ts';
import { codeMismatch } from '../errors.ts';
import { canRecoverByEmail } from '../users/account-recovery.ts';
import { assertPasswordConforms } from '../users/password-policy.ts';
import { clientId, confirmationCode, password, secretHash, username } from './request-fields.ts';

const requestSchema = z.object({
  ClientId: clientId,
  SecretHash: secretHash.optional(),
  Username: username,
  ConfirmationCode: confirmationCode,
  Password: password,
});

type Dependencies = Pick<
  UserPool,
  'settings' | 'findClient' | 'accounts' | 'codes' | 'users' | 'passwords' | 'lockout' | 'transaction'
>;

/** Sets a new password for whoever has the code from ForgotPassword. Existing sessions live on, as in AWS. */
export const createConfirmForgotPassword = (pool: Dependencies): Action =>
  defineAction(requestSchema, ({ ClientId, SecretHash, Username, ConfirmationCode, Password }) => {
    const client = pool.findClient(ClientId);
    assertSecretHash(client, Username, SecretHash);
    assertPasswordConforms(Password, pool.settings.passwordPolicy);
    const { sub, user } = pool.accounts.find(client, Username, 'Username/client id combination not found.');
    pool.codes.assertMatches(sub, 'password-reset', ConfirmationCode);
    // Who cannot be reached has a code as well; guessing it leads nowhere.
    if (!canRecoverByEmail(user)) throw codeMismatch();

    pool.transaction(() => {
      pool.codes.useUp(sub, 'password-reset');
      pool.lockout.clear(sub);
      pool.passwords.set(sub, Password);
      pool.users.update(sub, { status: 'CONFIRMED' });
    });
    return {};
  });
