import type { IdentityPoolSettings } from '../settings/identity-pool-settings.ts';
import type { AuthenticateLogin } from './authenticate-login.ts';
import type { Identities } from './identities.ts';

/** What the actions of an identity pool work with. */
export type IdentityPool = {
  settings: IdentityPoolSettings;
  identities: Identities;
  authenticateLogin: AuthenticateLogin;
  now: () => number;
};
