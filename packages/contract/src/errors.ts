import * as z from 'zod/mini';

/** Stable machine-readable reasons. Clients branch on these, never on `title` or `detail`. */
export const errorCodes = [
  'invalid_request',
  'invalid_json',
  'invalid_token',
  'insufficient_user_authentication',
  'account_deleted',
  'recovery_rejected',
  'forbidden',
  'not_found',
  'method_not_allowed',
  'conflict',
  'name_taken',
  'invalid_move',
  'wrong_kind',
  'quota_exceeded',
  'limit_reached',
  'session_tracking_off',
  'too_many_requests',
  'upload_incomplete',
  'upload_mismatch',
  'upload_expired',
  'payload_too_large',
  'unsupported_media_type',
  'internal_error',
  'service_unavailable',
] as const;

/** One of the stable error codes. */
export type ErrorCode = (typeof errorCodes)[number];

/** One rejected field: `path` is the dotted name of the field in the request. */
export const fieldErrorSchema = z.object({ path: z.string(), message: z.string() });

/** A rejected field and the reason in words for the person who typed it. */
export type FieldError = z.infer<typeof fieldErrorSchema>;

/** Problem details as of RFC 9457, with `code`, `requestId` and `errors` as extension members. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string()),
  code: z.enum(errorCodes),
  requestId: z.string(),
  errors: z.optional(z.array(fieldErrorSchema)),
});

/** The body of every error response, sent as `application/problem+json`. */
export type Problem = z.infer<typeof problemSchema>;
