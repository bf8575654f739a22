import { invalidArgument } from './errors.ts';

const maxPageSize = 1000;

/** Reads a parameter such as `max-keys`. The default and the maximum are 1,000. Throws `InvalidArgument`. */
export const readPageSize = (query: URLSearchParams, parameter: string) => {
  const text = query.get(parameter);
  if (text === null) return maxPageSize;
  if (/^\d{1,10}$/.test(text)) return Math.min(Number(text), maxPageSize);
  throw invalidArgument(`Provided ${parameter} not an integer or within integer range`, parameter, text);
};
