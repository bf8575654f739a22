import { invalidPassword } from '../errors.ts';
import type { PasswordPolicy } from '../settings/pool-settings.ts';

// "Adding user pool password requirements" in the developer guide lists these symbols.
const symbols = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+-]/;

/** Throws InvalidPasswordException with the first rule that the password breaks. */
export const assertPasswordConforms = (password: string, policy: PasswordPolicy): void => {
  if (password.length < policy.minimumLength) throw invalidPassword('Password not long enough');
  if (policy.requireLowercase && !/\p{Ll}/u.test(password)) {
    throw invalidPassword('Password must have lowercase characters');
  }
  if (policy.requireUppercase && !/\p{Lu}/u.test(password)) {
    throw invalidPassword('Password must have uppercase characters');
  }
  if (policy.requireNumbers && !/[0-9]/.test(password)) {
    throw invalidPassword('Password must have numeric characters');
  }
  if (policy.requireSymbols && !symbols.test(password)) {
    throw invalidPassword('Password must have symbol characters');
  }
};
