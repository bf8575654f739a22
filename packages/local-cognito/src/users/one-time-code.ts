import { randomInt, timingSafeEqual } from 'node:crypto';

/** Draws a code of that many decimal digits. */
export const createOneTimeCode = (digits: number): string =>
  String(randomInt(10 ** digits)).padStart(digits, '0');

/** Compares in a time that does not depend on where the texts differ. */
export const isSameCode = (one: string, other: string): boolean => {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
};
