import { z } from 'zod';

/** The rules of a Cognito user pool's default password policy, in the order they are shown. */
export const passwordRules = [
  { text: 'at least 8 characters', isMetBy: (password: string) => password.length >= 8 },
  { text: 'a lowercase letter', isMetBy: (password: string) => /[a-z]/.test(password) },
  { text: 'an uppercase letter', isMetBy: (password: string) => /[A-Z]/.test(password) },
  { text: 'a number', isMetBy: (password: string) => /[0-9]/.test(password) },
  { text: 'a symbol', isMetBy: (password: string) => /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+-]/.test(password) },
] as const;

/** A new password; the message names every rule that is still to be met. */
export const newPasswordSchema = z
  .string()
  .max(256, 'This password is too long: 256 characters at most.')
  .superRefine((password, context) => {
    const missing = passwordRules.filter(({ isMetBy }) => !isMetBy(password)).map(({ text }) => text);
    if (missing.length > 0) {
      const list = new Intl.ListFormat('en', { type: 'conjunction' }).format(missing);
      context.addIssue({ code: 'custom', message: `Your password still needs ${list}.` });
    }
  })
  // Cognito refuses them with an error that names no reason.
  .refine((password) => password === password.trim(), 'A password cannot begin or end with a space.');

/** A password to check, not to judge: rules may have changed since it was chosen. */
export const currentPasswordSchema = z.string().min(1, 'Enter your password.');
