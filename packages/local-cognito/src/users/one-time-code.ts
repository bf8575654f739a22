import { randomInt } from 'node:crypto';

/** Generates a decimal code. */
export const createOneTimeCode = (digits: number): string =>
  String(randomInt(10 ** digits)).padStart(digits, '0');
