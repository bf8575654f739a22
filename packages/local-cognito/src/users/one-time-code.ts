import { randomInt } from 'node:crypto';

/** Draws a code of that many decimal digits. */
export const createOneTimeCode = (digits: number): string =>
  String(randomInt(10 ** digits)).padStart(digits, '0');
