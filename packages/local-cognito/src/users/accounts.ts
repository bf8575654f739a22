import { userNotFound } from '../errors.ts';
import type { PoolSettings } from '../pool-config.ts';
import type { PasswordVerifier } from '../srp/password-verifier.ts';
import { simulatePasswordVerifier, simulateUserId } from '../srp/simulated-account.ts';
import { emailKey } from './email-address.ts';
import type { User, UserRepository } from './user-repository.ts';

/** What a typed user name stands for. Without a `user` it is a name that nobody holds. */
export type Account = { sub: string; email: string; user: User | undefined };

/** Finds the account behind a typed name, and the password verifier behind an account. */
export type Accounts = {
  find: (username: string, unknownUserMessage: string) => Account;
  passwordVerifierOf: (account: Pick<Account, 'sub'>) => PasswordVerifier;
};

type AccountsDependencies = {
  users: UserRepository;
  settings: Pick<PoolSettings, 'preventUserExistenceErrors'>;
  secret: Buffer;
};

/**
 * Looks users up by e-mail address or by `sub`. With PreventUserExistenceErrors `ENABLED`, an unknown name
 * gets an account too, so that callers cannot but treat it like a real one; with `LEGACY` it throws
 * UserNotFoundException.
 */
export const createAccounts = ({ users, settings, secret }: AccountsDependencies): Accounts => ({
  find: (username, unknownUserMessage) => {
    const user = users.findByEmail(username) ?? users.findBySub(username);
    if (user !== undefined) return { sub: user.sub, email: user.attributes.email, user };
    if (settings.preventUserExistenceErrors === 'LEGACY') throw userNotFound(unknownUserMessage);
    return { sub: simulateUserId(secret, emailKey(username)), email: username, user: undefined };
  },
  passwordVerifierOf: ({ sub }) => users.findBySub(sub)?.password ?? simulatePasswordVerifier(secret, sub),
});
