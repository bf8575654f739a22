import { QueryClient } from '@tanstack/react-query';
import { NetworkError } from './network-error.ts';
import { ProblemError } from './problem-error.ts';

const maximumRetries = 2;

const mayPassByItself = (error: Error): boolean =>
  error instanceof NetworkError || (error instanceof ProblemError && error.status >= 500);

// Full jitter keeps many browsers from retrying in step after an outage.
const retryDelay = (attempt: number): number => Math.random() * Math.min(1000 * 2 ** attempt, 30_000);

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failures, error) => failures < maximumRetries && mayPassByItself(error),
        retryDelay,
        staleTime: 10_000,
      },
      // Mutations run immediately or fail; none waits for a connection, unseen and unstoppable.
      mutations: { networkMode: 'always' },
    },
  });
