import { passwordPolicy } from '@share-my-files/contract';
import { z } from 'zod/mini';

const { minimumLength } = passwordPolicy;

/** The rules of the user pool's password policy, in display order. */
export const passwordRules = [
  { isRequired: true, label: `${minimumLength} characters`, pattern: new RegExp(`.{${minimumLength}}`, 's') },
  { isRequired: passwordPolicy.requireLowercase, label: 'Lowercase letter', pattern: /[a-z]/ },
  { isRequired: passwordPolicy.requireUppercase, label: 'Uppercase letter', pattern: /[A-Z]/ },
  { isRequired: passwordPolicy.requireNumbers, label: 'Number', pattern: /[0-9]/ },
  {
    isRequired: passwordPolicy.requireSymbols,
    label: 'Symbol',
    pattern: /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+-]/,
  },
].filter(({ isRequired }) => isRequired);

/**
 * The same rules for password managers, so that a suggested password meets them.
 * @see https://developer.apple.com/password-rules/
 */
export const passwordManagerRules = {
  passwordrules: [
    `minlength: ${minimumLength}`,
    'maxlength: 99',
    ...(passwordPolicy.requireLowercase ? ['required: lower'] : []),
    ...(passwordPolicy.requireUppercase ? ['required: upper'] : []),
    ...(passwordPolicy.requireNumbers ? ['required: digit'] : []),
    ...(passwordPolicy.requireSymbols ? ['required: [-!@#$%^&*_+=]'] : []),
  ].join('; '),
};

/** A new password; the list below the field shows which rules are met. */
export const newPasswordSchema = z.string().check(
  z.maxLength(256, 'This password is too long: 256 characters at most.'),
  z.refine(
    (password) => passwordRules.every(({ pattern }) => pattern.test(password)),
    'This password does not meet every rule below.',
  ),
  // Cognito rejects them with an error that gives no reason.
  z.refine((password) => password === password.trim(), 'A password cannot begin or end with a space.'),
);

/** An existing password; not checked against the rules, which may have changed since it was set. */
export const currentPasswordSchema = z.string().check(z.minLength(1, 'Enter your password.'));
