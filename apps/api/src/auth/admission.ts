import type { Request } from 'express';
import { LRUCache } from 'lru-cache';
import type { Identity } from './identify.ts';
import type { AccessTokenClaims } from './token-verifier.ts';

/** Throws `invalid_token` if the session of a verified token has ended. */
type ConfirmSession = (claims: AccessTokenClaims, accessToken: string) => Promise<void>;

/** Lets a request pass whose session is alive; throws `invalid_token` otherwise. */
export type Admit = (request: Request, identity: Identity) => Promise<void>;

/** The longest time in which a session that has ended on another instance can still read. */
const rememberedMilliseconds = 1_000;

const rememberedUsers = 10_000;

/**
 * Remembers for a second which sessions are alive, for requests that only read: a page that opens sends several at once.
 * Every change asks anew, and makes this instance forget the user, whose sessions or account it may end.
 */
export const createAdmission = (confirmSession: ConfirmSession, now: () => number): Admit => {
  const aliveSessions = new LRUCache<string, Set<string>>({
    max: rememberedUsers,
    ttl: rememberedMilliseconds,
    perf: { now },
    ttlResolution: 0,
  });

  return async ({ method }, { claims, accessToken }) => {
    const { userId, sessionId } = claims;
    if (method !== 'GET') {
      aliveSessions.delete(userId);
      return await confirmSession(claims, accessToken);
    }
    if (aliveSessions.get(userId)?.has(sessionId)) return;
    const start = now();
    await confirmSession(claims, accessToken);
    // A set that exists is older than this answer, and is forgotten earlier.
    const sessions = aliveSessions.get(userId);
    if (sessions === undefined) aliveSessions.set(userId, new Set([sessionId]), { start });
    else sessions.add(sessionId);
  };
};
