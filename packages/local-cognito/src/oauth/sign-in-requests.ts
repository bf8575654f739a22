import { randomBytes } from 'node:crypto';
import type { AuthorizationRequest } from './authorization-request.ts';

const LIFETIME_MILLISECONDS = 30 * 60_000;
const REQUESTS_KEPT = 1000;

/** The unfinished sign-ins at identity providers. */
export type SignInRequests = ReturnType<typeof createSignInRequests>;

/**
 * Stores requests in memory for half an hour, at most 1,000. Their ids are unguessable: only the page of a
 * request knows its id.
 */
export const createSignInRequests = (now: () => number) => {
  const open = new Map<string, AuthorizationRequest & { expiresAt: number }>();

  const removeOldest = () => {
    for (const [id, { expiresAt }] of open) {
      if (expiresAt > now() && open.size < REQUESTS_KEPT) return;
      open.delete(id);
    }
  };

  const find = (id: string): AuthorizationRequest | undefined => {
    const request = open.get(id);
    return request === undefined || request.expiresAt <= now() ? undefined : request;
  };

  return {
    open: (request: AuthorizationRequest): string => {
      removeOldest();
      const id = randomBytes(32).toString('base64url');
      open.set(id, { ...request, expiresAt: now() + LIFETIME_MILLISECONDS });
      return id;
    },
    find,
    /** Returns a request once, for its answer. */
    take: (id: string): AuthorizationRequest | undefined => {
      const request = find(id);
      open.delete(id);
      return request;
    },
  };
};
