import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { CognitoError } from '../errors.ts';

// Longer than the dialog of the browser stays open.
const LIFETIME_MILLISECONDS = 180_000;
const CHALLENGE_BYTES = 32;

const rowSchema = z.object({ sub: z.string(), client_id: z.string(), expires_at: z.int() });

/** The user and the client of a registration. */
export type Registrant = { sub: string; clientId: string };

/** The registrations that wait for a credential. */
export type PasskeyRegistrations = ReturnType<typeof createPasskeyRegistrations>;

/** Stores challenges for three minutes. Each works once, for its user and client. */
export const createPasskeyRegistrations = (database: DatabaseSync, now: () => number) => {
  const insert = database.prepare(
    'INSERT INTO passkey_registrations (challenge, sub, client_id, expires_at) VALUES (?, ?, ?, ?)',
  );
  const removeExpired = database.prepare('DELETE FROM passkey_registrations WHERE expires_at <= ?');
  const take = database.prepare(
    'DELETE FROM passkey_registrations WHERE challenge = ? AND sub = ? RETURNING *',
  );

  return {
    /** Returns a challenge in base64url. */
    begin: ({ sub, clientId }: Registrant): string => {
      const challenge = randomBytes(CHALLENGE_BYTES).toString('base64url');
      removeExpired.run(now());
      insert.run(challenge, sub, clientId, now() + LIFETIME_MILLISECONDS);
      return challenge;
    },
    /** Uses a challenge up. Throws WebAuthnChallengeNotFoundException or WebAuthnClientMismatchException. */
    take: ({ sub, clientId }: Registrant, challenge: string) => {
      const row = take.get(challenge, sub);
      const pending = row === undefined ? undefined : rowSchema.parse(row);
      if (pending === undefined || pending.expires_at <= now()) {
        throw new CognitoError('WebAuthnChallengeNotFoundException', 'The registration has expired.');
      }
      if (pending.client_id !== clientId) {
        throw new CognitoError(
          'WebAuthnClientMismatchException',
          'The registration was started by another client.',
        );
      }
    },
  };
};
