import pRetry from 'p-retry';
import { NetworkError } from '#lib/network-error.ts';
import { ProblemError } from '#lib/problem-error.ts';
import { type Connection, whenOnline } from './connection.ts';
import { isExpiredUrl, StorageError } from './storage-error.ts';

export type RetryPolicy = {
  readonly retries: number;
  readonly minTimeout: number;
  readonly maxTimeout: number;
};

/** Survives an outage of about four minutes before the upload fails. */
export const patientRetryPolicy: RetryPolicy = { retries: 10, minTimeout: 1_000, maxTimeout: 30_000 };

export type Retry = <Result>(attempt: () => Promise<Result>, signal: AbortSignal) => Promise<Result>;

const mayPassByItself = (status: number | undefined): boolean =>
  status === undefined || status === 408 || status === 429 || status >= 500;

const isTemporary = (error: Error): boolean => {
  if (error instanceof ProblemError) return mayPassByItself(error.status);
  if (error instanceof StorageError) return mayPassByItself(error.status) || isExpiredUrl(error);
  return error instanceof NetworkError;
};

/** Retries transient failures with exponential backoff; attempts made while offline do not count. */
export const createRetry =
  (connection: Connection, policy: RetryPolicy): Retry =>
  (attempt, signal) =>
    pRetry(
      async () => {
        await whenOnline(connection, signal);
        return attempt();
      },
      {
        ...policy,
        signal,
        randomize: true,
        shouldRetry: ({ error }) => isTemporary(error),
        shouldConsumeRetry: () => connection.isOnline(),
      },
    );
