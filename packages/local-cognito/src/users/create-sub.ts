import { randomBytes } from 'node:crypto';

/**
 * The `sub` of a new user, in the form of newer pools in AWS: version 7, but a variant that no RFC defines, as in
 * `24688438-40e1-70d0-d97e-5a2c6e0b9f31`. Who takes it for a UUID of RFC 9562 refuses real users.
 */
export const createSub = (bytes: Buffer = randomBytes(16)): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-7$3-d$4-$5');
