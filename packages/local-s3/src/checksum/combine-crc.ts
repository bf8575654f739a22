import type { ChecksumAlgorithm } from './checksum.ts';

/** An algorithm whose checksum of a whole follows from the checksums and lengths of its parts. */
export type CrcAlgorithm = Extract<ChecksumAlgorithm, `CRC${string}`>;

type Polynomial = { width: bigint; reflected: bigint };

const polynomials: Record<CrcAlgorithm, Polynomial> = {
  CRC32: { width: 32n, reflected: 0xedb88320n },
  CRC32C: { width: 32n, reflected: 0x82f63b78n },
  CRC64NVME: { width: 64n, reflected: 0x9a6c9329ac4bc9b5n },
};

/** Whether checksums of the algorithm can be combined. */
export const isCrc = (algorithm: ChecksumAlgorithm): algorithm is CrcAlgorithm =>
  Object.hasOwn(polynomials, algorithm);

// In reflected form the highest bit is the coefficient of x^0.
const multiply = ({ width, reflected }: Polynomial, a: bigint, b: bigint) => {
  let product = 0n;
  let shifted = b;
  for (let bit = 1n << (width - 1n); bit > 0n; bit >>= 1n) {
    if (a & bit) product ^= shifted;
    shifted = shifted & 1n ? (shifted >> 1n) ^ reflected : shifted >> 1n;
  }
  return product;
};

/** x to the power of `exponent`, modulo the polynomial. */
const power = (polynomial: Polynomial, exponent: number) => {
  let result = 1n << (polynomial.width - 1n);
  let square = 1n << (polynomial.width - 2n);
  for (let rest = BigInt(exponent); rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = multiply(polynomial, result, square);
    square = multiply(polynomial, square, square);
  }
  return result;
};

const toInteger = (digest: Buffer) => BigInt(`0x${digest.toString('hex')}`);

/** Returns the CRC of concatenated parts: appending n bytes multiplies the CRC of the earlier ones by x^8n. */
export const combineCrcs = (
  algorithm: CrcAlgorithm,
  parts: readonly { digest: Buffer; size: number }[],
): Buffer => {
  const polynomial = polynomials[algorithm];
  // Nearly all parts of an upload have the same size.
  const shifts = new Map<number, bigint>();
  let combined = 0n;
  for (const { digest, size } of parts) {
    const shift = shifts.get(size) ?? power(polynomial, size * 8);
    shifts.set(size, shift);
    combined = multiply(polynomial, combined, shift) ^ toInteger(digest);
  }
  return Buffer.from(combined.toString(16).padStart(Number(polynomial.width) / 4, '0'), 'hex');
};
