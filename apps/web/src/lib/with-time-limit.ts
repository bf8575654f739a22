import { NetworkError } from './network-error.ts';

const limitMilliseconds = 15_000;

/**
 * Rejects with NetworkError after 15 s, so that the page can show a message and offer a retry: browsers wait minutes for a
 * server that does not respond. The work itself goes on.
 */
export const withTimeLimit = async <Result>(work: Promise<Result>): Promise<Result> => {
  const { promise: expired, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new NetworkError()), limitMilliseconds);
  try {
    return await Promise.race([work, expired]);
  } finally {
    clearTimeout(timer);
  }
};
