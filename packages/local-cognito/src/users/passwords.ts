import { randomBytes } from 'node:crypto';
import { type PoolSettings, poolNameOf } from '../pool-config.ts';
import { derivePasswordVerifier, isPassword, type PasswordVerifier } from '../srp/password-verifier.ts';
import type { UserRepository } from './user-repository.ts';

const SALT_BYTES = 16;

/** Turns passwords into what is stored of them, and compares them with it. */
export type Passwords = {
  derivePassword: (sub: string, password: string) => PasswordVerifier;
  isPasswordOf: (sub: string, password: string) => boolean;
};

/** Binds password derivation to the pool's name and its users. */
export const createPasswords = (settings: PoolSettings, users: UserRepository): Passwords => {
  const ownerOf = (sub: string) => ({ poolName: poolNameOf(settings), userId: sub });
  return {
    derivePassword: (sub, password) => {
      const salt = BigInt(`0x${randomBytes(SALT_BYTES).toString('hex')}`);
      return derivePasswordVerifier(ownerOf(sub), password, salt);
    },
    isPasswordOf: (sub, password) => {
      const user = users.findBySub(sub);
      return user !== undefined && isPassword(ownerOf(sub), password, user.password);
    },
  };
};
