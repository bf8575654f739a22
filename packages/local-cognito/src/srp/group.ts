import { createHash, getDiffieHellman } from 'node:crypto';

// RFC 3526 group 15: the 3072-bit prime and the generator 2 that every Cognito client has built in.
const group = getDiffieHellman('modp15');

/** The prime N. */
export const prime = BigInt(`0x${group.getPrime('hex')}`);

/** The generator g. */
export const generator = BigInt(`0x${group.getGenerator('hex')}`);

/**
 * Writes a number as Cognito hashes it: as few whole bytes as possible, with a leading zero byte where
 * the first bit is set. Unlike RFC 5054, numbers are not widened to the length of the prime.
 */
export const pad = (value: bigint): string => {
  const digits = value.toString(16);
  const bytes = digits.length % 2 === 1 ? `0${digits}` : digits;
  return /^[89a-f]/.test(bytes) ? `00${bytes}` : bytes;
};

/** SHA-256 over the bytes behind hexadecimal text, read as a number. */
export const hashHex = (hex: string): bigint =>
  BigInt(`0x${createHash('sha256').update(hex, 'hex').digest('hex')}`);

/** The multiplier k of SRP-6a. */
export const multiplier = hashHex(pad(prime) + pad(generator));

/** `base ** exponent` modulo the prime. */
export const power = (base: bigint, exponent: bigint): bigint => {
  let result = 1n;
  let square = base % prime;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % prime;
    square = (square * square) % prime;
  }
  return result;
};
