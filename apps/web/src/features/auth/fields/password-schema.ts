import { passwordPolicy } from '@share-my-files/contract';
import { z } from 'zod';
import { language } from '#config/language.ts';

const { minimumLength } = passwordPolicy;

/** The rules of the user pool's password policy, in display order. */
export const passwordRules = [
  {
    isRequired: true,
    label: `${minimumLength} characters`,
    need: `at least ${minimumLength} characters`,
    pattern: new RegExp(`.{${minimumLength}}`, 's'),
  },
  {
    isRequired: passwordPolicy.requireLowercase,
    label: 'Lowercase letter',
    need: 'a lowercase letter',
    pattern: /[a-z]/,
  },
  {
    isRequired: passwordPolicy.requireUppercase,
    label: 'Uppercase letter',
    need: 'an uppercase letter',
    pattern: /[A-Z]/,
  },
  { isRequired: passwordPolicy.requireNumbers, label: 'Number', need: 'a number', pattern: /[0-9]/ },
  {
    isRequired: passwordPolicy.requireSymbols,
    label: 'Symbol',
    need: 'a symbol',
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

/** A new password; the error message names every unmet rule. */
export const newPasswordSchema = z
  .string()
  .max(256, 'This password is too long: 256 characters at most.')
  .superRefine((password, context) => {
    const missing = passwordRules.filter(({ pattern }) => !pattern.test(password)).map(({ need }) => need);
    if (missing.length > 0) {
      const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(missing);
      context.addIssue({ code: 'custom', message: `Your password still needs ${list}.` });
    }
  })
  // Cognito rejects them with an error that gives no reason.
  .refine((password) => password === password.trim(), 'A password cannot begin or end with a space.');

/** An existing password; not checked against the rules, which may have changed since it was set. */
export const currentPasswordSchema = z.string().min(1, 'Enter your password.');
