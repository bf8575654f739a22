import type { Transaction } from '@share-my-files/local-server';
import { invalidParameter, invalidSession, notAuthorized } from '../../errors.ts';
import type { PoolSettings } from '../../settings/pool-settings.ts';
import { assertPresent } from '../../users/attribute-schema.ts';
import { assertPasswordConforms } from '../../users/password-policy.ts';
import type { Passwords } from '../../users/passwords.ts';
import { changeAttributes, readClientAttributes } from '../../users/user-attributes.ts';
import type { User, UserRepository } from '../../users/user-repository.ts';
import type { ChallengeAnswer, ChallengeResponder } from '../auth-flow.ts';
import type { AuthSessions } from '../auth-sessions.ts';
import type { CompleteSignIn, SignInStep } from '../complete-sign-in.ts';
import { withDevice } from '../start-sign-in.ts';

const DAY = 86_400_000;
const ATTRIBUTE_PREFIX = 'userAttributes.';

type StepDependencies = {
  settings: PoolSettings;
  passwords: Passwords;
  authSessions: AuthSessions;
  now: () => number;
};

/** Requires a permanent password, and missing attributes, of a user with a temporary password. */
export const createNewPasswordStep =
  ({ settings, passwords, authSessions, now }: StepDependencies): SignInStep =>
  (signIn, user) => {
    if (user.status !== 'FORCE_CHANGE_PASSWORD') return undefined;
    const stored = passwords.find(user.sub);
    const lifetime = settings.passwordPolicy.temporaryPasswordValidityDays * DAY;
    if (stored?.isTemporary && stored.setAt + lifetime <= now()) {
      throw notAuthorized('Temporary password has expired and must be reset by an administrator.');
    }
    const missing = settings.requiredAttributes.filter((name) => !user.attributes[name]);
    return {
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      ChallengeParameters: {
        USER_ID_FOR_SRP: user.sub,
        requiredAttributes: JSON.stringify(missing.map((name) => ATTRIBUTE_PREFIX + name)),
        userAttributes: JSON.stringify(user.attributes),
      },
      Session: authSessions.open(signIn, { NEW_PASSWORD_REQUIRED: {} }),
    };
  };

const readAttributes = (settings: PoolSettings, user: User, { client, responses }: ChallengeAnswer) => {
  const required = ['email', ...settings.requiredAttributes];
  const given = Object.entries(responses)
    .filter(([name]) => name.startsWith(ATTRIBUTE_PREFIX))
    .map(([name, Value]) => ({ Name: name.slice(ATTRIBUTE_PREFIX.length), Value }));
  const changes = readClientAttributes(given, settings, client);
  const fixed = required.find((name) => user.attributes[name] && name in changes);
  if (fixed !== undefined) throw invalidParameter(`Cannot modify an already provided ${fixed}`);
  const attributes = changeAttributes(user.attributes, changes);
  assertPresent(attributes, required);
  return attributes;
};

type ResponderDependencies = {
  settings: PoolSettings;
  passwords: Passwords;
  authSessions: AuthSessions;
  users: UserRepository;
  transaction: Transaction;
} & { completeSignIn: CompleteSignIn };

/** The challenge NEW_PASSWORD_REQUIRED. An invalid password or attribute leaves it open. */
export const createNewPasswordRequired =
  (pool: ResponderDependencies): ChallengeResponder =>
  (answer) => {
    const { signIn, consume } = pool.authSessions.findAnswered(answer, 'NEW_PASSWORD_REQUIRED');
    const { sub } = signIn.account;
    const user = pool.users.findBySub(sub);
    if (user?.status !== 'FORCE_CHANGE_PASSWORD' || !user.isEnabled) throw invalidSession();
    const { NEW_PASSWORD } = answer.responses;
    if (!NEW_PASSWORD || NEW_PASSWORD.length > 256) {
      throw invalidParameter('Missing required parameter NEW_PASSWORD');
    }
    assertPasswordConforms(NEW_PASSWORD, pool.settings.passwordPolicy);
    const attributes = readAttributes(pool.settings, user, answer);
    consume();
    pool.transaction(() => {
      pool.passwords.set(sub, NEW_PASSWORD);
      pool.users.update(sub, { status: 'CONFIRMED', attributes });
    });
    return pool.completeSignIn(withDevice(signIn, answer));
  };
