import { passwordPolicy } from '@share-my-files/contract';
import { z } from 'zod';
import { language } from '#config/language.ts';

const { minimumLength } = passwordPolicy;

/** The rules of the user pool's password policy, in the order in which they are shown. */
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

/** A new password; the message names every rule that is still to be met. */
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
  // Cognito refuses them with an error that names no reason.
  .refine((password) => password === password.trim(), 'A password cannot begin or end with a space.');

/** A password to check, not to judge: rules may have changed since it was chosen. */
export const currentPasswordSchema = z.string().min(1, 'Enter your password.');
