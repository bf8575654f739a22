import type { DatabaseSync } from 'node:sqlite';
import { isEqualTimingSafe } from '@share-my-files/local-server';
import { z } from 'zod';
import { codeMismatch, expiredCode } from '../errors.ts';
import type { AttemptLimits } from './attempt-limits.ts';
import { createOneTimeCode } from './one-time-code.ts';

const HOUR = 3_600_000;
const DIGITS = 6;

const lifetimes = {
  'sign-up': 24 * HOUR,
  'password-reset': HOUR,
  'attribute-verification': 24 * HOUR,
} as const;

const wrongCode = {
  'sign-up': 'wrong-confirmation-code',
  'password-reset': 'wrong-password-reset-code',
  'attribute-verification': 'wrong-attribute-verification-code',
} as const;

/** What a code proves. */
export type CodePurpose = keyof typeof lifetimes;

const rowSchema = z.object({ code: z.string(), expires_at: z.int() });

/** The six-digit codes that are waiting to be typed; a newer one replaces an older one. */
export type VerificationCodes = ReturnType<typeof createVerificationCodes>;

type VerificationCodesDependencies = { database: DatabaseSync; limits: AttemptLimits; now: () => number };

/** Keeps at most one code per user and purpose: 24 hours for sign-ups and new addresses, one hour for password resets. */
export const createVerificationCodes = ({ database, limits, now }: VerificationCodesDependencies) => {
  const select = database.prepare(
    'SELECT code, expires_at FROM verification_codes WHERE sub = ? AND purpose = ?',
  );
  const replace = database.prepare(
    'INSERT OR REPLACE INTO verification_codes (sub, purpose, code, expires_at) VALUES (?, ?, ?, ?)',
  );
  const remove = database.prepare('DELETE FROM verification_codes WHERE sub = ? AND purpose = ?');
  const removeAll = database.prepare('DELETE FROM verification_codes WHERE sub = ?');
  const removeExpired = database.prepare('DELETE FROM verification_codes WHERE expires_at <= ?');

  return {
    issue: (sub: string, purpose: CodePurpose): string => {
      const code = createOneTimeCode(DIGITS);
      removeExpired.run(now());
      replace.run(sub, purpose, code, now() + lifetimes[purpose]);
      return code;
    },
    /** Throws unless this is the pending code; counts a wrong guess, and does not use the code up. */
    assertMatches: (sub: string, purpose: CodePurpose, code: string) => {
      limits.assertBelowLimit(sub, wrongCode[purpose]);
      const row = select.get(sub, purpose);
      const pending = row === undefined ? undefined : rowSchema.parse(row);
      if (pending === undefined || pending.expires_at <= now()) throw expiredCode();
      if (isEqualTimingSafe(pending.code, code)) return;
      limits.record(sub, wrongCode[purpose]);
      throw codeMismatch();
    },
    /** Takes the code away because what it was to prove is no longer asked. */
    discard: (sub: string, purpose: CodePurpose) => {
      remove.run(sub, purpose);
    },
    /** Takes all codes of a user away: whoever reads them must not have them serve any more. */
    discardAll: (sub: string) => {
      removeAll.run(sub);
    },
    /** Takes the code away after it has served, and forgets the wrong guesses before it. */
    useUp: (sub: string, purpose: CodePurpose) => {
      remove.run(sub, purpose);
      limits.clear(sub, wrongCode[purpose]);
    },
  };
};
