import type { AuthenticateLogin } from './authenticate-login.ts';
import type { Identities } from './identities.ts';
import type { IdentityPoolSettings } from './identity-pool-config.ts';

/** What the actions of an identity pool work with. */
export type IdentityPool = {
  settings: IdentityPoolSettings;
  identities: Identities;
  authenticateLogin: AuthenticateLogin;
  now: () => number;
};
