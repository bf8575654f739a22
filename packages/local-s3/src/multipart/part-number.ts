import { invalidArgument } from '../protocol/errors.ts';

const maxPartNumber = 10_000;

/** Parses a part number. Throws `InvalidArgument` outside 1 to 10,000. */
export const parsePartNumber = (text: string) => {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= maxPartNumber) return number;
  throw invalidArgument('Part number must be an integer between 1 and 10000, inclusive', 'partNumber', text);
};
