import type { createSoftwareAuthenticator } from '../../../../packages/local-cognito/test/support/software-authenticator.ts';

type Passkey = ReturnType<typeof createSoftwareAuthenticator>;

/** What somebody has and knows, and could use to get into an account. */
export type Possessions = {
  password?: string | undefined;
  /** The addresses whose mail they read. */
  mailboxes: string[];
  /** The secret in their authenticator app. */
  authenticatorSecret?: string | undefined;
  passkeys: Passkey[];
  recoveryCodes: string[];
};

/** What somebody has who has only `some` of it. */
export const only = (some: Partial<Possessions>): Possessions => ({
  mailboxes: [],
  passkeys: [],
  recoveryCodes: [],
  ...some,
});
