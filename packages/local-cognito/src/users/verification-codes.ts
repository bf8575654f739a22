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

/** The purpose of a code. */
export type CodePurpose = keyof typeof lifetimes;

const rowSchema = z.object({ code: z.string(), expires_at: z.int() });

/** Pending six-digit codes. A new one replaces the previous one. */
export type VerificationCodes = ReturnType<typeof createVerificationCodes>;

type VerificationCodesDependencies = { database: DatabaseSync; limits: AttemptLimits; now: () => number };

/**
 * Stores one code per user and purpose: 24 hours for sign-ups and new addresses, one hour for password
 * resets.
 */
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
    /** Throws unless the code matches the pending one. Counts wrong codes, and does not consume the code. */
    assertMatches: (sub: string, purpose: CodePurpose, code: string) => {
      limits.assertBelowLimit(sub, wrongCode[purpose]);
      const row = select.get(sub, purpose);
      const pending = row === undefined ? undefined : rowSchema.parse(row);
      if (pending === undefined || pending.expires_at <= now()) throw expiredCode();
      if (isEqualTimingSafe(pending.code, code)) return;
      limits.record(sub, wrongCode[purpose]);
      throw codeMismatch();
    },
    /** Invalidates a code whose purpose no longer applies. */
    discard: (sub: string, purpose: CodePurpose) => {
      remove.run(sub, purpose);
    },
    /** Invalidates all codes of a user. */
    discardAll: (sub: string) => {
      removeAll.run(sub);
    },
    /** Consumes the code and resets the count of wrong ones. */
    consume: (sub: string, purpose: CodePurpose) => {
      remove.run(sub, purpose);
      limits.clear(sub, wrongCode[purpose]);
    },
  };
};
