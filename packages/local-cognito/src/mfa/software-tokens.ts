import type { DatabaseSync } from 'node:sqlite';
import { Secret, TOTP } from 'otpauth';
import { z } from 'zod';

// 160 bits, the length of the hash: RFC 4226, section 4.
const SECRET_BYTES = 20;
const STEPS_OF_TOLERANCE = 1;

const rowSchema = z.object({ secret: z.string(), is_verified: z.literal([0, 1]), last_step: z.int() });

/** The result of a check. `used` is a right code that was used before. */
export type CodeCheck = 'right' | 'wrong' | 'used';

/** The authenticator apps of users, at most one each. */
export type SoftwareTokens = ReturnType<typeof createSoftwareTokens>;

const totpOf = (secret: string): TOTP =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 });

/** Time-based one-time passwords of RFC 6238. The clock may be off by one step, and each code works once. */
export const createSoftwareTokens = (database: DatabaseSync, now: () => number) => {
  const select = database.prepare('SELECT * FROM software_tokens WHERE sub = ?');
  const replace = database.prepare('INSERT OR REPLACE INTO software_tokens (sub, secret) VALUES (?, ?)');
  const remove = database.prepare('DELETE FROM software_tokens WHERE sub = ?');
  const markUsed = database.prepare(
    'UPDATE software_tokens SET is_verified = 1, last_step = ? WHERE sub = ?',
  );

  const find = (sub: string) => {
    const row = select.get(sub);
    return row === undefined ? undefined : rowSchema.parse(row);
  };

  return {
    /** Returns the base32 secret of a new, unverified token, which replaces the previous one. */
    associate: (sub: string): string => {
      const secret = new Secret({ size: SECRET_BYTES }).base32;
      replace.run(sub, secret);
      return secret;
    },
    remove: (sub: string) => {
      remove.run(sub);
    },
    isAssociated: (sub: string): boolean => find(sub) !== undefined,
    isVerified: (sub: string): boolean => find(sub)?.is_verified === 1,
    /** A right code verifies the token. */
    useCode: (sub: string, code: string): CodeCheck => {
      const stored = find(sub);
      if (stored === undefined) return 'wrong';
      const totp = totpOf(stored.secret);
      const timestamp = now();
      const delta = totp.validate({ token: code, timestamp, window: STEPS_OF_TOLERANCE });
      if (delta === null) return 'wrong';
      const step = totp.counter({ timestamp }) + delta;
      if (step <= stored.last_step) return 'used';
      markUsed.run(step, sub);
      return 'right';
    },
  };
};
