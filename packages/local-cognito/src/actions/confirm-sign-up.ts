import { z } from 'zod';
import { type Action, defineAction } from '../action.ts';
import { codeMismatch, notAuthorized } from '../errors.ts';
import type { UserPool } from '../user-pool.ts';
import { clientId, confirmationCode, username } from './request-fields.ts';

const requestSchema = z.object({
  ClientId: clientId,
  Username: username,
  ConfirmationCode: confirmationCode,
});

type Dependencies = Pick<UserPool, 'findClient' | 'accounts' | 'codes' | 'users' | 'transaction'>;

/** Confirms a sign-up, and with it the e-mail address that the code went to. */
export const createConfirmSignUp = (pool: Dependencies): Action =>
  defineAction(requestSchema, ({ ClientId, Username, ConfirmationCode }) => {
    const client = pool.findClient(ClientId);
    const { sub, user } = pool.accounts.find(client, Username, 'Username/client id combination not found.');
    if (user !== undefined && user.status !== 'UNCONFIRMED') {
      throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`);
    }
    pool.codes.assertMatches(sub, 'sign-up', ConfirmationCode);
    // A simulated account has a code as well; guessing it leads nowhere.
    if (user === undefined) throw codeMismatch();

    pool.transaction(() => {
      pool.codes.useUp(sub, 'sign-up');
      const attributes = { ...user.attributes, email_verified: 'true' };
      pool.users.update(sub, { status: 'CONFIRMED', attributes });
    });
    return {};
  });
