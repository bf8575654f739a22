import { createHash, randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const LIFETIME_MILLISECONDS = 5 * 60_000;

/** A user's authorization of a client, to be exchanged for tokens. */
export type AuthorizationGrant = {
  sub: string;
  clientId: string;
  redirectUri: string;
  scope: string;
  nonce: string | undefined;
  codeChallenge: string | undefined;
};

/** A stored code. `originJti` is the session of its first use. */
export type StoredCode = AuthorizationGrant & { expiresAt: number; originJti: string | null };

const optionalText = z
  .string()
  .nullable()
  .transform((text) => text ?? undefined);

const rowSchema = z
  .object({
    sub: z.string(),
    client_id: z.string(),
    redirect_uri: z.string(),
    scope: z.string(),
    nonce: optionalText,
    code_challenge: optionalText,
    expires_at: z.int(),
    origin_jti: z.string().nullable(),
  })
  .transform(
    (row): StoredCode => ({
      sub: row.sub,
      clientId: row.client_id,
      redirectUri: row.redirect_uri,
      scope: row.scope,
      nonce: row.nonce,
      codeChallenge: row.code_challenge,
      expiresAt: row.expires_at,
      originJti: row.origin_jti,
    }),
  );

const hashCode = (code: string): string => createHash('sha256').update(code).digest('base64url');

/** Authorization codes of RFC 6749, section 4.1. */
export type AuthorizationCodes = ReturnType<typeof createAuthorizationCodes>;

/** Stores the hashes of codes for five minutes, like Cognito. Used codes stay, to detect a second use. */
export const createAuthorizationCodes = (database: DatabaseSync, now: () => number) => {
  const removeExpired = database.prepare('DELETE FROM authorization_codes WHERE expires_at <= ?');
  const insert = database.prepare('INSERT INTO authorization_codes VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)');
  const select = database.prepare('SELECT * FROM authorization_codes WHERE code_hash = ?');
  const markUsed = database.prepare('UPDATE authorization_codes SET origin_jti = ? WHERE code_hash = ?');

  return {
    issue: (grant: AuthorizationGrant): string => {
      const code = randomUUID();
      const { sub, clientId, redirectUri, scope, nonce, codeChallenge } = grant;
      const expiresAt = now() + LIFETIME_MILLISECONDS;
      removeExpired.run(now());
      insert.run(
        hashCode(code),
        sub,
        clientId,
        redirectUri,
        scope,
        nonce ?? null,
        codeChallenge ?? null,
        expiresAt,
      );
      return code;
    },
    /** Returns undefined for an unknown or expired code. */
    find: (code: string): StoredCode | undefined => {
      const row = select.get(hashCode(code));
      const stored = row === undefined ? undefined : rowSchema.parse(row);
      return stored === undefined || stored.expiresAt <= now() ? undefined : stored;
    },
    markUsed: (code: string, originJti: string) => {
      markUsed.run(originJti, hashCode(code));
    },
  };
};
