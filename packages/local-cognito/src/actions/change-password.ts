import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import { incorrectUsernameOrPassword } from '../errors.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { Authenticate } from '../tokens/access-token-verifier.ts';
import type { AttemptLimits } from '../users/attempt-limits.ts';
import { assertPasswordConforms } from '../users/password-policy.ts';
import type { Passwords } from '../users/passwords.ts';
import type { User, UserRepository } from '../users/user-repository.ts';
import { password, token } from './request-fields.ts';

const requestSchema = z.object({
  AccessToken: token,
  PreviousPassword: password.optional(),
  ProposedPassword: password,
});

type Dependencies = {
  settings: PoolSettings;
  authenticate: Authenticate;
  limits: AttemptLimits;
  users: UserRepository;
  passwords: Passwords;
};

/** Whether this is the user's password. A user without one, except from an external provider, omits it. */
const knowsPassword = (
  { passwords }: Pick<Dependencies, 'passwords'>,
  { sub, status }: User,
  password: string | undefined,
): boolean =>
  password === undefined
    ? passwords.find(sub) === undefined && status !== 'EXTERNAL_PROVIDER'
    : passwords.isPasswordOf(sub, password);

/** Changes the password of a signed-in user who knows the old one. Sessions continue, as in AWS. */
export const createChangePassword = (pool: Dependencies): Action =>
  defineAction(requestSchema, async ({ AccessToken, PreviousPassword, ProposedPassword }) => {
    const user = await pool.authenticate(AccessToken);
    const { sub } = user;
    pool.limits.assertBelowLimit(sub, 'wrong-previous-password');
    if (!knowsPassword(pool, user, PreviousPassword)) {
      pool.limits.record(sub, 'wrong-previous-password');
      throw incorrectUsernameOrPassword();
    }
    assertPasswordConforms(ProposedPassword, pool.settings.passwordPolicy);
    pool.passwords.set(sub, ProposedPassword);
    return {};
  });
