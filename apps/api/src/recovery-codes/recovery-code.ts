import { createHash, randomInt } from 'node:crypto';

// Crockford's base32: digits and letters that cannot be mistaken for each other.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const [groups, groupLength] = [4, 4];

const createGroup = (): string =>
  Array.from({ length: groupLength }, () => alphabet[randomInt(alphabet.length)]).join('');

/** Returns 80 random bits, in groups. */
export const createRecoveryCode = (): string => Array.from({ length: groups }, createGroup).join('-');

/** Returns the stored form of a code without its dashes. */
export const hashRecoveryCode = (userId: string, code: string): string =>
  createHash('sha256').update(`${userId}:${code}`).digest('base64url');
