import type { ErrorCode } from './errors.ts';

/** Status, title and, where a retry helps, `Retry-After` of a problem. */
export type ProblemResponse = { status: number; title: string; retryAfterSeconds?: number };

/** Response to each problem; apart from the codes, so that browsers do not load the titles. */
export const problemResponses: Readonly<Record<ErrorCode, ProblemResponse>> = {
  invalid_request: { status: 400, title: 'Invalid request' },
  invalid_json: { status: 400, title: 'Invalid JSON' },
  invalid_token: { status: 401, title: 'Not signed in' },
  insufficient_user_authentication: { status: 401, title: 'Sign in again' },
  account_deleted: { status: 401, title: 'Account deleted' },
  recovery_rejected: { status: 401, title: 'Recovery rejected' },
  forbidden: { status: 403, title: 'Permission denied' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'Method not allowed' },
  conflict: { status: 409, title: 'Conflict' },
  name_taken: { status: 409, title: 'Name already taken' },
  invalid_move: { status: 409, title: 'Cannot be moved there' },
  wrong_kind: { status: 409, title: 'Not possible with this kind of item' },
  quota_exceeded: { status: 409, title: 'Not enough storage' },
  limit_reached: { status: 409, title: 'Limit reached' },
  session_tracking_off: { status: 409, title: 'Sessions are not tracked' },
  upload_incomplete: { status: 409, title: 'Upload incomplete' },
  upload_mismatch: { status: 409, title: 'Upload mismatch' },
  upload_expired: { status: 410, title: 'Upload expired' },
  payload_too_large: { status: 413, title: 'Request body too large' },
  unsupported_media_type: { status: 415, title: 'Unsupported media type' },
  too_many_requests: { status: 429, title: 'Too many requests', retryAfterSeconds: 3600 },
  internal_error: { status: 500, title: 'Something went wrong' },
  service_unavailable: { status: 503, title: 'Service unavailable', retryAfterSeconds: 5 },
};
