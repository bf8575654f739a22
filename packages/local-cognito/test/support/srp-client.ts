import { createDiffieHellman, createHash, createHmac, getDiffieHellman, randomBytes } from 'node:crypto';
import type { LocalCognito } from '@share-my-files/local-cognito';
import { callRaw } from './call.ts';

// The arithmetic of the client, independent of the server's and fast enough for thousands of runs.
const prime = getDiffieHellman('modp15').getPrime();
const N = BigInt(`0x${prime.toString('hex')}`);

const modulo = (value: bigint): bigint => ((value % N) + N) % N;

// Created lazily: OpenSSL checks the prime for about a second.
let exchange: ReturnType<typeof createDiffieHellman> | undefined;

const evenHex = (value: bigint): string => {
  const hex = value.toString(16);
  return hex.length % 2 === 0 ? hex : `0${hex}`;
};

// A shared secret is the other side's public value to the power of the own private value.
const power = (base: bigint, exponent: bigint): bigint => {
  exchange ??= createDiffieHellman(prime, 2);
  exchange.setPrivateKey(evenHex(exponent), 'hex');
  return fromHex(exchange.computeSecret(evenHex(base), 'hex', 'hex'));
};

const toBytes = (value: bigint): Buffer => {
  const bytes = Buffer.from(evenHex(value), 'hex');
  return (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.alloc(1), bytes]) : bytes;
};

const fromHex = (hex: string): bigint => BigInt(`0x${hex}`);

const hash = (...parts: (Buffer | string)[]): Buffer =>
  parts.reduce((digest, part) => digest.update(part), createHash('sha256')).digest();

const hmac = (key: Buffer, ...parts: (Buffer | string)[]): Buffer =>
  parts.reduce((digest, part) => digest.update(part), createHmac('sha256', key)).digest();

const hashNumber = (...parts: bigint[]): bigint => fromHex(hash(...parts.map(toBytes)).toString('hex'));

/** Formats the time of a password claim. */
export const formatTimestamp = (date: Date): string => {
  const [weekday, day, month, year, time] = date.toUTCString().replace(',', '').split(' ');
  return `${weekday} ${month} ${Number(day)} ${time} UTC ${year}`;
};

/**
 * Signs in by SRP through the API. Resolves with the response to the second step. `change` can change the
 * proof.
 */
export const signInBySrp = async (
  pool: Pick<LocalCognito, 'endpoint' | 'userPoolId' | 'userPoolClientId'>,
  username: string,
  password: string,
  change: (signature: Buffer) => Buffer = (signature) => signature,
) => {
  const ClientId = pool.userPoolClientId;
  const poolName = pool.userPoolId.split('_')[1] ?? '';
  const a = fromHex(randomBytes(32).toString('hex'));
  const A = power(2n, a);

  const AuthParameters = { USERNAME: username, SRP_A: A.toString(16) };
  const first = await callRaw(
    pool,
    'InitiateAuth',
    JSON.stringify({ ClientId, AuthFlow: 'USER_SRP_AUTH', AuthParameters }),
  );
  const { SALT, SRP_B, SECRET_BLOCK, USER_ID_FOR_SRP } = first.body.ChallengeParameters as {
    [name in 'SALT' | 'SRP_B' | 'SECRET_BLOCK' | 'USER_ID_FOR_SRP']: string;
  };

  const B = fromHex(SRP_B);
  const u = hashNumber(A, B);
  const identity = hash(`${poolName}${USER_ID_FOR_SRP}:${password}`);
  const x = fromHex(hash(toBytes(fromHex(SALT)), identity).toString('hex'));
  const secret = power(modulo(B - hashNumber(N, 2n) * power(2n, x)), a + u * x);
  const extracted = hmac(toBytes(u), toBytes(secret));
  const key = hmac(extracted, 'Caldera Derived Key', Buffer.of(1)).subarray(0, 16);

  const TIMESTAMP = formatTimestamp(new Date());
  const claim = hmac(key, poolName, USER_ID_FOR_SRP, Buffer.from(SECRET_BLOCK, 'base64'), TIMESTAMP);
  const ChallengeResponses = {
    USERNAME: USER_ID_FOR_SRP,
    PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
    PASSWORD_CLAIM_SIGNATURE: change(claim).toString('base64'),
    TIMESTAMP,
  };
  return callRaw(
    pool,
    'RespondToAuthChallenge',
    JSON.stringify({ ClientId, ChallengeName: 'PASSWORD_VERIFIER', ChallengeResponses }),
  );
};
