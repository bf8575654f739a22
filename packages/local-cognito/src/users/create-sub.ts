import { randomBytes } from 'node:crypto';

/**
 * Creates a `sub` in the form of newer AWS pools: version 7 with a variant that no RFC defines, such as
 * `24688438-40e1-70d0-d97e-5a2c6e0b9f31`. Code that expects a UUID of RFC 9562 rejects real users.
 */
export const createSub = (bytes: Buffer = randomBytes(16)): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-7$3-d$4-$5');
