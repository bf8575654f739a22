import { z } from 'zod';

const emailSchema = z.email().max(2048);

/** Tells whether text has the form of an e-mail address. */
export const isEmailAddress = (text: string): boolean => emailSchema.safeParse(text).success;

/** The form under which an address is unique: sign-in names of the pool do not depend on case. */
export const emailKey = (email: string): string => email.toLowerCase();

/**
 * What a reply may show of an address, for example `a***@e***`. All in lower case: the letters of a stored address
 * could otherwise differ from those that were typed, and so tell that the user exists.
 */
export const maskEmail = (email: string): string => {
  const [local = '', domain = ''] = emailKey(email).split('@');
  return `${local.slice(0, 1)}***@${domain.slice(0, 1)}***`;
};
