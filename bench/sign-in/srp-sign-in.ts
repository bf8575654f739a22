import { createDiffieHellman, createHash, createHmac, getDiffieHellman, randomBytes } from 'node:crypto';
import { accessTokenIn, call } from '../servers/call.ts';
import { person } from '../servers/person.ts';

const prime = getDiffieHellman('modp15').getPrime();
const N = BigInt(`0x${prime.toString('hex')}`);

const fromBytes = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex')}`);

const toBytes = (value: bigint): Buffer => {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.alloc(1), bytes]) : bytes;
};

// OpenSSL's Diffie-Hellman computes powers several times faster than BigInt, so that the server dominates the result.
// Creating the group takes seconds, because the prime is tested.
const group = createDiffieHellman(prime, 2);

const power = (base: bigint, exponent: bigint): bigint => {
  group.setPrivateKey(toBytes(exponent));
  return fromBytes(group.computeSecret(toBytes(base)));
};

const hash = (...parts: (Buffer | string)[]): Buffer =>
  parts.reduce((digest, part) => digest.update(part), createHash('sha256')).digest();

const hmac = (key: Buffer, ...parts: (Buffer | string)[]): Buffer =>
  parts.reduce((digest, part) => digest.update(part), createHmac('sha256', key)).digest();

const k = fromBytes(hash(toBytes(N), toBytes(2n)));

type Challenge = Record<'SALT' | 'SRP_B' | 'SECRET_BLOCK' | 'USER_ID_FOR_SRP', string>;

const timestamp = (): string => {
  const [weekday, day, month, year, time] = new Date().toUTCString().replace(',', '').split(' ');
  return `${weekday} ${month} ${Number(day)} ${time} UTC ${year}`;
};

const answer = (poolName: string, a: bigint, A: bigint, challenge: Challenge) => {
  const B = BigInt(`0x${challenge.SRP_B}`);
  const u = fromBytes(hash(toBytes(A), toBytes(B)));
  const identity = hash(`${poolName}${challenge.USER_ID_FOR_SRP}:${person.password}`);
  const x = fromBytes(hash(toBytes(BigInt(`0x${challenge.SALT}`)), identity));
  const base = (((B - k * power(2n, x)) % N) + N) % N;
  const secret = power(base, a + u * x);
  const key = hmac(hmac(toBytes(u), toBytes(secret)), 'Caldera Derived Key', Buffer.of(1)).subarray(0, 16);
  const TIMESTAMP = timestamp();
  const block = Buffer.from(challenge.SECRET_BLOCK, 'base64');
  const claim = hmac(key, poolName, challenge.USER_ID_FOR_SRP, block, TIMESTAMP);
  return {
    USERNAME: challenge.USER_ID_FOR_SRP,
    PASSWORD_CLAIM_SECRET_BLOCK: challenge.SECRET_BLOCK,
    PASSWORD_CLAIM_SIGNATURE: claim.toString('base64'),
    TIMESTAMP,
  };
};

/** Signs in with USER_SRP_AUTH: two requests, neither of which contains the password. Returns the access token. */
export const signInBySrp = async (endpoint: string, clientId: string, poolName: string): Promise<string> => {
  const a = fromBytes(randomBytes(32));
  const A = power(2n, a);
  const AuthParameters = { USERNAME: person.email, SRP_A: A.toString(16) };
  const begin = { ClientId: clientId, AuthFlow: 'USER_SRP_AUTH', AuthParameters };
  const { ChallengeParameters } = await call(endpoint, 'InitiateAuth', begin);
  const ChallengeResponses = answer(poolName, a, A, ChallengeParameters as Challenge);
  const proof = { ClientId: clientId, ChallengeName: 'PASSWORD_VERIFIER', ChallengeResponses };
  return accessTokenIn(await call(endpoint, 'RespondToAuthChallenge', proof));
};
