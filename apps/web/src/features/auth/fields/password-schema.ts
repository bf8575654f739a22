import { z } from 'zod';
import { language } from '#config/language.ts';

/** The rules of a Cognito user pool's default password policy, in the order they are shown. */
export const passwordRules = [
  { label: '8 characters', need: 'at least 8 characters', pattern: /.{8}/s },
  { label: 'Lowercase letter', need: 'a lowercase letter', pattern: /[a-z]/ },
  { label: 'Uppercase letter', need: 'an uppercase letter', pattern: /[A-Z]/ },
  { label: 'Number', need: 'a number', pattern: /[0-9]/ },
  { label: 'Symbol', need: 'a symbol', pattern: /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+-]/ },
] as const;

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
