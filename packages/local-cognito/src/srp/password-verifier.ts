import { createHash } from 'node:crypto';
import { isEqualTimingSafe } from '@share-my-files/local-server';
import { generator, hashHex, pad, power } from './group.ts';

/** The stored form of a password: two numbers from which it can only be guessed. */
export type PasswordVerifier = { salt: bigint; verifier: bigint };

/** The owner of a password. Cognito hashes both names into the verifier, so neither can change. */
export type PasswordOwner = { poolName: string; userId: string };

/** Derives the verifier of a password and a salt. The salt is a number: leading zeros do not count. */
export const derivePasswordVerifier = (
  owner: PasswordOwner,
  password: string,
  salt: bigint,
): PasswordVerifier => {
  const inner = createHash('sha256')
    .update(`${owner.poolName}${owner.userId}:${password}`, 'utf8')
    .digest('hex');
  const x = hashHex(pad(salt) + inner);
  return { salt, verifier: power(generator, x) };
};

/** Whether a plain-text password matches a stored verifier. */
export const isPassword = (owner: PasswordOwner, password: string, stored: PasswordVerifier): boolean => {
  const digest = (value: bigint) => createHash('sha256').update(pad(value), 'hex').digest();
  const { verifier } = derivePasswordVerifier(owner, password, stored.salt);
  return isEqualTimingSafe(digest(verifier), digest(stored.verifier));
};
