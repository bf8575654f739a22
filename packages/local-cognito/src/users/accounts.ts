import { userNotFound } from '../errors.ts';
import type { UserPoolClient } from '../settings/client-settings.ts';
import type { PasswordVerifier } from '../srp/password-verifier.ts';
import { emailKey } from './email-address.ts';
import type { Passwords } from './passwords.ts';
import { simulatePasswordVerifier, simulateUserId } from './simulated-account.ts';
import type { User, UserRepository } from './user-repository.ts';

/** The account behind a typed user name. Without a `user` it is simulated. */
export type Account = { sub: string; email: string; user: User | undefined };

/** The account of an existing user. */
export const accountOf = (user: User): Account => ({ sub: user.sub, email: user.attributes.email, user });

/** Whether a client may refer to the account by this name: the typed one, or one from a response. */
export const isNameOf = ({ sub, email, user }: Account, name: string): boolean =>
  name === sub || name === user?.username || emailKey(name) === emailKey(email);

/** Finds accounts by user name, and the password verifiers of accounts. */
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
 * Looks users up by email address, user name or `sub`. Users of an external provider count as unknown. For a
 * client with PreventUserExistenceErrors `ENABLED`, an unknown name gets a simulated account, so that callers
 * treat both alike. With `LEGACY` it throws UserNotFoundException.
 */
export const createAccounts = ({ users, passwords, secret }: AccountsDependencies): Accounts => ({
  find: (client, username, unknownUserMessage) => {
    const user = users.findByName(username);
    // Users of an external provider sign in only there.
    if (user !== undefined && user.status !== 'EXTERNAL_PROVIDER') return accountOf(user);
    if (client.preventUserExistenceErrors === 'LEGACY') throw userNotFound(unknownUserMessage);
    return { sub: simulateUserId(secret, emailKey(username)), email: username, user: undefined };
  },
  // A user without a password has a verifier that matches none.
  passwordVerifierOf: ({ sub }) => passwords.find(sub)?.verifier ?? simulatePasswordVerifier(secret, sub),
});
