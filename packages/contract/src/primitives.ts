import * as z from 'zod/mini';

/** Id of a row: a UUIDv7, in lower case. */
export const idSchema = z.uuid('This is not a valid id.').check(z.toLowerCase());

/** A user's id: the `sub` of Cognito, which has the form of a UUID, but not always a variant of RFC 9562. */
export const userIdSchema = z.guid();

/** An instant as RFC 3339 text in UTC. */
export const instantSchema = z.iso.datetime('This is not a valid date and time.');

/** A count of bytes. */
export const bytesSchema = z.int().check(z.nonnegative());

/** Email address in lower case, so that equal addresses are equal text. */
export const emailSchema = z.string().check(
  z.trim(),
  z.maxLength(254, { error: 'This email address is too long.', abort: true }),
  // Before the lower case: the form allows only ASCII, and a Kelvin sign (U+212A) would become a k.
  z.email('Enter an email address like name@example.com.'),
  z.toLowerCase(),
);

/** A SHA-256 digest in base64, the form S3 uses in `x-amz-checksum-sha256`. */
export const sha256Schema = z
  .string()
  .check(z.regex(/^[A-Za-z0-9+/]{43}=$/, 'This is not a base64 SHA-256 checksum.'));

/** How many rows a page of a list holds at most. */
export const maximumPageSize = 100;
