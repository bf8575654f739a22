import type { AxiosInstance } from 'axios';
import type PQueue from 'p-queue';
import type { ApiClient } from '#lib/api-client.ts';
import type { Retry, RetryPolicy } from './retry.ts';

/** What sending a file needs; `transfers` limits the parts on the line over all files together. */
export type UploadServices = {
  readonly api: ApiClient;
  readonly storage: AxiosInstance;
  readonly transfers: PQueue;
  readonly retry: Retry;
  readonly polling: RetryPolicy;
  readonly now: () => number;
};
