import type { User } from './user-repository.ts';

/**
 * Tells whether a forgotten password can be reset by e-mail: only through a verified address, and only one that
 * the user has chosen; a temporary password is for an administrator to renew.
 */
export const canRecoverByEmail = (user: User | undefined): boolean =>
  user?.isEnabled === true &&
  user.status !== 'FORCE_CHANGE_PASSWORD' &&
  user.attributes.email_verified === 'true';
