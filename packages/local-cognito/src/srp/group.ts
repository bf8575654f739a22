import { constants, createHash, createPublicKey, getDiffieHellman, publicEncrypt } from 'node:crypto';

const PRIME_DIGITS = 768;

// RFC 3526 group 15: the 3072-bit prime and the generator 2 of all Cognito clients.
const group = getDiffieHellman('modp15');

/** The prime N. */
export const prime = BigInt(`0x${group.getPrime('hex')}`);

/** The generator g. */
export const generator = BigInt(`0x${group.getGenerator('hex')}`);

/**
 * Encodes a number as Cognito hashes it: in as few whole bytes as possible, with a leading zero byte if the
 * first bit is set. Unlike in RFC 5054, numbers are not padded to the length of the prime.
 */
export const pad = (value: bigint): string => {
  const digits = value.toString(16);
  const bytes = digits.length % 2 === 1 ? `0${digits}` : digits;
  return /^[89a-f]/.test(bytes) ? `00${bytes}` : bytes;
};

/** Returns the SHA-256 of hexadecimal bytes as a number. */
export const hashHex = (hex: string): bigint =>
  BigInt(`0x${createHash('sha256').update(hex, 'hex').digest('hex')}`);

/** The multiplier k of SRP-6a. */
export const multiplier = hashHex(pad(prime) + pad(generator));

const toBytes = (value: bigint): Buffer => {
  const digits = value.toString(16);
  return Buffer.from(digits.length % 2 === 1 ? `0${digits}` : digits, 'hex');
};

const modulus = toBytes(prime).toString('base64url');

/**
 * Returns `base ** exponent` modulo the prime. Throws a RangeError unless the exponent is from 0 to below the
 * prime. The public RSA operation of OpenSSL computes the same, several times faster than BigInt.
 */
export const power = (base: bigint, exponent: bigint): bigint => {
  if (exponent < 0n || exponent >= prime) throw new RangeError('The exponent must be below the prime.');
  const key = createPublicKey({
    key: { kty: 'RSA', n: modulus, e: toBytes(exponent).toString('base64url') },
    format: 'jwk',
  });
  const block = Buffer.from((base % prime).toString(16).padStart(PRIME_DIGITS, '0'), 'hex');
  const result = publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, block);
  return BigInt(`0x${result.toString('hex')}`);
};
