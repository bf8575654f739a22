import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { onTestFinished } from 'vitest';
import { ApiContext } from '../../src/lib/api-context.tsx';
import { createQueryClient } from '../../src/lib/query-client.ts';
import type { Backend } from './start-backend.ts';

/** Renders in front of the API, and returns the cache of the queries. */
export const renderPage = (element: ReactNode, { client }: Backend) => {
  const queryClient = createQueryClient();
  onTestFinished(() => {
    cleanup();
    queryClient.clear();
  });
  render(
    <QueryClientProvider client={queryClient}>
      <ApiContext value={client}>{element}</ApiContext>
    </QueryClientProvider>,
  );
  return queryClient;
};
