import { z } from 'zod';

const emailSchema = z.email().max(2048);

/** Tells whether text has the form of an e-mail address. */
export const isEmailAddress = (text: string): boolean => emailSchema.safeParse(text).success;

/** The form under which an address is unique: sign-in names of the pool do not depend on case. */
export const emailKey = (email: string): string => email.toLowerCase();

/** What a reply may show of an address, for example `a***@e***`. */
export const maskEmail = (email: string): string => {
  const [local = '', domain = ''] = email.split('@');
  return `${local.slice(0, 1)}***@${domain.slice(0, 1)}***`;
};
