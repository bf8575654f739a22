import { createHash, randomBytes } from 'node:crypto';

/** Returns 256 random bits. */
export const createLinkSecret = (): string => randomBytes(32).toString('base64url');

/** Returns the stored form; no salt or slow hash, because 256 random bits cannot be guessed. */
export const hashLinkSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('base64url');
