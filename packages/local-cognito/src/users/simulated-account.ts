import { hkdfSync } from 'node:crypto';
import { prime } from '../srp/group.ts';
import type { PasswordVerifier } from '../srp/password-verifier.ts';
import { createSub } from './create-sub.ts';

const derive = (secret: Buffer, name: string, use: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, name, use, bytes));

const toNumber = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex')}`);

/**
 * Derives the `sub` of a nonexistent account. It is stable, so that a repeated request does not reveal the
 * account.
 */
export const simulateUserId = (secret: Buffer, name: string): string =>
  createSub(derive(secret, name, 'user id', 16));

/** Derives the salt and verifier of a nonexistent account. No password matches them. */
export const simulatePasswordVerifier = (secret: Buffer, userId: string): PasswordVerifier => ({
  salt: toNumber(derive(secret, userId, 'salt', 16)),
  verifier: toNumber(derive(secret, userId, 'verifier', 384)) % prime,
});
