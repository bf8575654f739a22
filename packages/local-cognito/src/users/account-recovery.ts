import type { User } from './user-repository.ts';

/**
 * Whether a forgotten password can be reset by email. Requires a verified address and a password that the
 * user chose: only an administrator renews a temporary password.
 */
export const canRecoverByEmail = (user: User | undefined): boolean =>
  user?.isEnabled === true &&
  user.status !== 'FORCE_CHANGE_PASSWORD' &&
  user.attributes.email_verified === 'true';
