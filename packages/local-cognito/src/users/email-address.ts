import { z } from 'zod';

const emailSchema = z.email().max(2048);

/** Whether the text is a well-formed email address. */
export const isEmailAddress = (text: string): boolean => emailSchema.safeParse(text).success;

/** The normalized form in which an address is unique: sign-in ignores case. */
export const emailKey = (email: string): string => email.toLowerCase();

/**
 * Masks an address for responses, such as `a***@e***`. Lowercase, because the case of a stored address would
 * reveal that the user exists.
 */
export const maskEmail = (email: string): string => {
  const [local = '', domain = ''] = emailKey(email).split('@');
  return `${local.slice(0, 1)}***@${domain.slice(0, 1)}***`;
};
