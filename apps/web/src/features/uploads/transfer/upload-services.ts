import type PQueue from 'p-queue';
import type { ApiClient } from '#lib/api-client.ts';
import type { Retry, RetryPolicy } from './retry.ts';

/** The dependencies of an upload; `transfers` limits the parts sent concurrently, over all files. */
export type UploadServices = {
  readonly api: ApiClient;
  readonly transfers: PQueue;
  readonly retry: Retry;
  readonly polling: RetryPolicy;
  readonly now: () => number;
};
