import { createHash, randomBytes } from 'node:crypto';

/** 256 bits from the system's generator. */
export const createLinkSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored instead of the secret. No salt and no slow hash: there is nothing to guess. */
export const hashLinkSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('base64url');
