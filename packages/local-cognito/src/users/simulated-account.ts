import { hkdfSync } from 'node:crypto';
import { prime } from '../srp/group.ts';
import type { PasswordVerifier } from '../srp/password-verifier.ts';
import { createSub } from './create-sub.ts';

const derive = (secret: Buffer, name: string, use: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, name, use, bytes));

const toNumber = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex')}`);

/**
 * The user id of an account that does not exist. The same name always gives the same one, so that asking
 * twice does not tell the account apart from a real one.
 */
export const simulateUserId = (secret: Buffer, name: string): string =>
  createSub(derive(secret, name, 'user id', 16));

/** The salt and verifier of an account that does not exist; no password leads to them. */
export const simulatePasswordVerifier = (secret: Buffer, userId: string): PasswordVerifier => ({
  salt: toNumber(derive(secret, userId, 'salt', 16)),
  verifier: toNumber(derive(secret, userId, 'verifier', 384)) % prime,
});
