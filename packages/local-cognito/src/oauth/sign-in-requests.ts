import { randomBytes } from 'node:crypto';
import type { AuthorizationRequest } from './authorization-request.ts';

const LIFETIME_MILLISECONDS = 30 * 60_000;
const REQUESTS_KEPT = 1000;

/** The sign-ins that people have begun and not yet finished at a provider. */
export type SignInRequests = ReturnType<typeof createSignInRequests>;

/**
 * Keeps requests in memory for half an hour, and at most 1,000 of them. Their ids cannot be guessed: only the page
 * that the browser was sent to knows its own.
 */
export const createSignInRequests = (now: () => number) => {
  const open = new Map<string, AuthorizationRequest & { expiresAt: number }>();

  const forgetOldest = () => {
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
      forgetOldest();
      const id = randomBytes(32).toString('base64url');
      open.set(id, { ...request, expiresAt: now() + LIFETIME_MILLISECONDS });
      return id;
    },
    find,
    /** Gives a request to who answers it; nobody can answer it again. */
    take: (id: string): AuthorizationRequest | undefined => {
      const request = find(id);
      open.delete(id);
      return request;
    },
  };
};
