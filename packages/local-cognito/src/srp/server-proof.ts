import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { generator, hashHex, multiplier, pad, power, prime } from './group.ts';
import type { PasswordOwner } from './password-verifier.ts';

const PRIVATE_VALUE_BYTES = 32;

/** The server's half of an exchange: the private b and the public B. */
export type ServerKeyPair = { privateValue: bigint; publicValue: bigint };

/** Generates a key pair for a user's verifier. */
export const createServerKeyPair = (verifier: bigint): ServerKeyPair => {
  const privateValue = BigInt(`0x${randomBytes(PRIVATE_VALUE_BYTES).toString('hex')}`);
  const publicValue = (multiplier * verifier + power(generator, privateValue)) % prime;
  return { privateValue, publicValue };
};

/** Whether RFC 5054, section 2.5.4, allows the server to accept the client's A. */
export const isAcceptableClientValue = (clientValue: bigint): boolean => clientValue % prime !== 0n;

/** Derives the 16-byte session key, which requires the password or the verifier. */
export const deriveSessionKey = (clientValue: bigint, server: ServerKeyPair, verifier: bigint): Buffer => {
  const u = hashHex(pad(clientValue) + pad(server.publicValue));
  const secret = power(clientValue * power(verifier, u), server.privateValue);
  const key = hkdfSync(
    'sha256',
    Buffer.from(pad(secret), 'hex'),
    Buffer.from(pad(u), 'hex'),
    'Caldera Derived Key',
    16,
  );
  return Buffer.from(key);
};

/** Returns the PASSWORD_CLAIM_SIGNATURE of a client with this key, secret block and time. */
export const signPasswordClaim = (
  key: Buffer,
  owner: PasswordOwner,
  secretBlock: Buffer,
  timestamp: string,
): Buffer =>
  createHmac('sha256', key)
    .update(owner.poolName, 'utf8')
    .update(owner.userId, 'utf8')
    .update(secretBlock)
    .update(timestamp, 'utf8')
    .digest();
