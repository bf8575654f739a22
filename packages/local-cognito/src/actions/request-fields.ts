import { z } from 'zod';

// Lengths and patterns of the Cognito API model. Too long values skip the pattern: some take cubic time.
const text = (minimum: number, maximum: number, pattern: RegExp) =>
  z.string().min(minimum).max(maximum, { abort: true }).regex(pattern);

/** Id of an app client. */
export const clientId = text(1, 128, /^[\w+]+$/);

/** User name as typed: an email address or a `sub`. */
export const username = text(1, 128, /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u);

/** Old or new password. The policy of the pool is checked later. */
export const password = text(1, 256, /^[\S]+.*[\S]+$/s);

/** Code from an email. */
export const confirmationCode = text(1, 2048, /^[\S]+$/);

/** Token in the alphabet of JWT or base64url. */
export const token = text(1, 16_384, /^[A-Za-z0-9-_=.]+$/);

/** Proof of a confidential client; see `assertSecretHash`. */
export const secretHash = text(1, 128, /^[\w+=/]+$/);

/** Handle of an open challenge. */
export const session = z.string().min(20).max(2048);

/** Attribute that a code verifies. This pool sends only email. */
export const verifiableAttribute = z.literal('email');

/** Id of the pool in administrators' requests. */
export const userPoolId = text(1, 55, /^[\w-]+_[0-9a-zA-Z]+$/);

/** Name of a group. */
export const groupName = text(1, 128, /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u);

/** ARN of a role or a pool. */
export const resourceArn = text(20, 2048, /^arn:\S+$/);

/** Mutable fields of a group. */
export const groupFields = {
  Description: z.string().max(2048).optional(),
  Precedence: z.int().min(0).optional(),
  RoleArn: resourceArn.optional(),
};

/** Page size. Missing and zero mean the maximum. */
export const limit = z
  .int()
  .min(0)
  .max(60)
  .default(60)
  .transform((count) => count || 60);

/** Page size of the lists that have no page of size zero. */
export const maxResults = z.int().min(1).max(60);

/** Token of the next page. */
export const pageToken = text(1, 2048, /^[\S]+$/).optional();

/** Key of a device: the region of the pool and a UUID. */
export const deviceKey = text(1, 55, /^[\w-]+_[0-9a-f-]+$/);

/** Id of a session in session management. */
export const sessionId = text(28, 28, /^[a-z0-9]+$/);

/** Which sessions end with the named one. Only sessions of AWS's sign-in pages are linked. */
export const revokeAssociatedSessions = z.enum(['NONE', 'LINKED']).default('NONE');

/** Map of parameters. */
export const parameterMap = z.record(z.string(), z.string());
