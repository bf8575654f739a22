import { timingSafeEqual } from 'node:crypto';

/** Compares secrets in a time that depends only on their lengths. */
export const isEqualTimingSafe = (one: string | Uint8Array, other: string | Uint8Array): boolean => {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
};
