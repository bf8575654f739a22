import { z } from 'zod';

// Lengths and patterns as in the Cognito API model. Nothing longer is tried: some patterns take cubic time.
const text = (minimum: number, maximum: number, pattern: RegExp) =>
  z.string().min(minimum).max(maximum, { abort: true }).regex(pattern);

/** The app client's id. */
export const clientId = text(1, 128, /^[\w+]+$/);

/** The name a person types: an e-mail address, or the user's `sub`. */
export const username = text(1, 128, /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u);

/** A password, old or new; the policy of the pool comes later. */
export const password = text(1, 256, /^[\S]+.*[\S]+$/s);

/** A code from the mailbox. */
export const confirmationCode = text(1, 2048, /^[\S]+$/);

/** Any token in the JWT or base64url alphabet. */
export const token = text(1, 16_384, /^[A-Za-z0-9-_=.]+$/);

/** The proof of a confidential client; see assertSecretHash. */
export const secretHash = text(1, 128, /^[\w+=/]+$/);

/** The handle of a challenge that waits for its answer. */
export const session = z.string().min(20).max(2048);

/** The attribute that a code can verify: this pool sends e-mail only. */
export const verifiableAttribute = z.literal('email');

/** The pool's id, in requests of administrators. */
export const userPoolId = text(1, 55, /^[\w-]+_[0-9a-zA-Z]+$/);

/** The name of a group of users. */
export const groupName = text(1, 128, /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u);

/** What can be set of a group. */
export const groupFields = {
  Description: z.string().max(2048).optional(),
  Precedence: z.int().min(0).optional(),
  RoleArn: text(20, 2048, /^arn:\S+$/).optional(),
};

/** How many items a page may have; none and zero mean as many as there can be. */
export const limit = z
  .int()
  .min(0)
  .max(60)
  .default(60)
  .transform((count) => count || 60);

/** The token that a page before this one came with. */
export const pageToken = text(1, 2048, /^[\S]+$/).optional();

/** The name of a device: the pool's region and a UUID. */
export const deviceKey = text(1, 55, /^[\w-]+_[0-9a-f-]+$/);

/** A map of parameters. */
export const parameterMap = z.record(z.string(), z.string());
