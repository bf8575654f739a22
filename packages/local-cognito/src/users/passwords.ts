import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { type PoolSettings, poolNameOf } from '../settings/pool-settings.ts';
import { derivePasswordVerifier, isPassword, type PasswordVerifier } from '../srp/password-verifier.ts';

const SALT_BYTES = 16;

const hexadecimal = z.string().transform((digits) => BigInt(`0x${digits}`));

const rowSchema = z
  .object({ salt: hexadecimal, verifier: hexadecimal, is_temporary: z.literal([0, 1]), set_at: z.int() })
  .transform((row) => ({
    verifier: { salt: row.salt, verifier: row.verifier },
    isTemporary: row.is_temporary === 1,
    setAt: row.set_at,
  }));

/** A stored password. `setAt` is in milliseconds. */
export type StoredPassword = z.output<typeof rowSchema>;

/** Stores and compares passwords. Not every user has one. */
export type Passwords = ReturnType<typeof createPasswords>;

type PasswordsDependencies = {
  database: DatabaseSync;
  settings: Pick<PoolSettings, 'userPoolId' | 'region'>;
  now: () => number;
};

/** Stores the passwords of the pool's users as SRP verifiers. */
export const createPasswords = ({ database, settings, now }: PasswordsDependencies) => {
  const select = database.prepare('SELECT * FROM passwords WHERE sub = ?');
  const replace = database.prepare(`
    INSERT OR REPLACE INTO passwords (sub, salt, verifier, is_temporary, set_at) VALUES (?, ?, ?, ?, ?)`);

  // The user name of each user with a password is their `sub`.
  const ownerOf = (sub: string) => ({ poolName: poolNameOf(settings), userId: sub });

  const find = (sub: string): StoredPassword | undefined => {
    const row = select.get(sub);
    return row === undefined ? undefined : rowSchema.parse(row);
  };

  const store = (
    sub: string,
    { salt, verifier }: PasswordVerifier,
    { isTemporary } = { isTemporary: false },
  ) => {
    replace.run(sub, salt.toString(16), verifier.toString(16), isTemporary ? 1 : 0, now());
  };

  return {
    find,
    store,
    set: (sub: string, password: string, options?: { isTemporary: boolean }) => {
      const salt = BigInt(`0x${randomBytes(SALT_BYTES).toString('hex')}`);
      store(sub, derivePasswordVerifier(ownerOf(sub), password, salt), options);
    },
    isPasswordOf: (sub: string, password: string): boolean => {
      const stored = find(sub);
      return stored !== undefined && isPassword(ownerOf(sub), password, stored.verifier);
    },
  };
};
