import type { User } from './user-repository.ts';

/** Tells whether a forgotten password can be reset by e-mail: only through a verified address. */
export const canRecoverByEmail = (user: User | undefined): boolean =>
  user?.isEnabled === true && user.attributes.email_verified === 'true';
