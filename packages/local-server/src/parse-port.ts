import { StartError } from './start-error.ts';

/** Parses a port, where 0 stands for any free one. Throws `StartError`. */
export const parsePort = (text: string): number => {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new StartError(`must be a number from 0 to 65535, not "${text}"`);
};
