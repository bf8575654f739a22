import type { IdentityPoolSettings } from '../settings/identity-pool-settings.ts';
import type { AuthenticateLogin } from './authenticate-login.ts';
import type { Identities } from './identities.ts';

/** The dependencies of the identity pool's actions. */
export type IdentityPool = {
  settings: IdentityPoolSettings;
  identities: Identities;
  authenticateLogin: AuthenticateLogin;
  now: () => number;
};
