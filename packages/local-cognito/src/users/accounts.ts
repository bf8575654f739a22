import { userNotFound } from '../errors.ts';
import type { UserPoolClient } from '../settings/client-settings.ts';
import type { PasswordVerifier } from '../srp/password-verifier.ts';
import { emailKey } from './email-address.ts';
import type { Passwords } from './passwords.ts';
import { simulatePasswordVerifier, simulateUserId } from './simulated-account.ts';
import type { User, UserRepository } from './user-repository.ts';

/** What a typed user name stands for. Without a `user` it is a name that nobody holds. */
export type Account = { sub: string; email: string; user: User | undefined };

/** The account of a user. */
export const accountOf = (user: User): Account => ({ sub: user.sub, email: user.attributes.email, user });

/** Tells whether a client may mean this account by a name: it answers with the one typed, or the one it was told. */
export const isNameOf = ({ sub, email, user }: Account, name: string): boolean =>
  name === sub || name === user?.username || emailKey(name) === emailKey(email);

/** Finds the account behind a typed name, and the password verifier behind an account. */
export type Accounts = {
  find: (
    client: Pick<UserPoolClient, 'preventUserExistenceErrors'>,
    username: string,
    unknownUserMessage: string,
  ) => Account;
  passwordVerifierOf: (account: Pick<Account, 'sub'>) => PasswordVerifier;
};

type AccountsDependencies = { users: UserRepository; passwords: Passwords; secret: Buffer };

/**
 * Looks users up by e-mail address, by user name or by `sub`, for what only the pool's own users can do: those of
 * another provider are as unknown as a name that nobody holds. For a client with PreventUserExistenceErrors
 * `ENABLED`, an unknown name gets an account too, so that callers cannot but treat it like a real one; for one
 * with `LEGACY` it throws UserNotFoundException.
 */
export const createAccounts = ({ users, passwords, secret }: AccountsDependencies): Accounts => ({
  find: (client, username, unknownUserMessage) => {
    const user = users.findByName(username);
    // No way to sign in here leads to who belongs to another provider.
    if (user !== undefined && user.status !== 'EXTERNAL_PROVIDER') return accountOf(user);
    if (client.preventUserExistenceErrors === 'LEGACY') throw userNotFound(unknownUserMessage);
    return { sub: simulateUserId(secret, emailKey(username)), email: username, user: undefined };
  },
  // Who signs in without a password has one that nobody knows.
  passwordVerifierOf: ({ sub }) => passwords.find(sub)?.verifier ?? simulatePasswordVerifier(secret, sub),
});
