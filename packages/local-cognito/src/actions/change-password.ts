import { z } from 'zod';
import { type Action, defineAction } from '../action.ts';
import { incorrectUsernameOrPassword } from '../errors.ts';
import type { UserPool } from '../user-pool.ts';
import { assertPasswordConforms } from '../users/password-policy.ts';
import { password, token } from './request-fields.ts';

const requestSchema = z.object({
  AccessToken: token,
  PreviousPassword: password,
  ProposedPassword: password,
});

type Dependencies = Pick<UserPool, 'settings' | 'authenticate' | 'limits' | 'users' | 'passwords'>;

/** Changes the password of a signed-in user who still knows the old one. Sessions live on, as in AWS. */
export const createChangePassword = (pool: Dependencies): Action =>
  defineAction(requestSchema, async ({ AccessToken, PreviousPassword, ProposedPassword }) => {
    const { sub } = await pool.authenticate(AccessToken);
    pool.limits.assertBelowLimit(sub, 'wrong-previous-password');
    if (!pool.passwords.isPasswordOf(sub, PreviousPassword)) {
      pool.limits.record(sub, 'wrong-previous-password');
      throw incorrectUsernameOrPassword();
    }
    assertPasswordConforms(ProposedPassword, pool.settings.passwordPolicy);
    pool.passwords.set(sub, ProposedPassword);
    return {};
  });
