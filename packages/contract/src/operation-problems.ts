import type { ErrorCode } from './errors.ts';
import type { Operation } from './operation.ts';
import { permissions, roles } from './permissions.ts';

const weakestRole = roles.at(-1);

const bodyProblems: readonly ErrorCode[] = ['invalid_json', 'payload_too_large', 'unsupported_media_type'];

/** Returns the code of every problem that an operation may respond with. */
export const problemsOf = (operation: Operation): ErrorCode[] => {
  const { access, params, body, permission, maxAuthenticationAgeSeconds, errors = [] } = operation;
  // Users without any role on an item get 404, as do users who name a row that only its owner can see.
  const isItemVisible = permission !== undefined && params !== undefined && 'itemId' in params.shape;
  const canBeForbidden = isItemVisible && permissions[permission] !== weakestRole;
  const codes: ErrorCode[] = [
    'invalid_request',
    ...(body ? bodyProblems : []),
    ...(access === 'user' ? (['invalid_token', 'account_deleted'] as const) : []),
    ...(maxAuthenticationAgeSeconds === undefined ? [] : (['insufficient_user_authentication'] as const)),
    ...(canBeForbidden ? (['forbidden'] as const) : []),
    ...(params ? (['not_found'] as const) : []),
    ...errors,
    'internal_error',
    'service_unavailable',
  ];
  return [...new Set(codes)];
};
