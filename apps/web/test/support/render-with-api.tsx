import { text } from 'node:stream/consumers';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { onTestFinished } from 'vitest';
import { createPublicApiClient } from '../../src/lib/api-client.ts';
import { ApiContext } from '../../src/lib/api-context.tsx';
import { createQueryClient } from '../../src/lib/query-client.ts';
import { startServer } from './start-server.ts';

/** A request to the API, like "GET /items?view=mine", with its body. */
export type ApiCall = { call: string; body: string };

export type ApiAnswer = { status?: number; body: unknown };

const leaveToCall = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': '*',
  'Access-Control-Allow-Headers': '*',
};

/** Renders in front of an API that gives these answers. */
export const renderWithApi = async (
  element: ReactNode,
  answer: (call: ApiCall) => ApiAnswer | Promise<ApiAnswer>,
) => {
  const calls: ApiCall[] = [];
  const origin = await startServer(async (request, response) => {
    response.setHeaders(new Headers(leaveToCall));
    // jsdom asks for leave to call another origin, as browsers do.
    if (request.method === 'OPTIONS') return response.end();
    const call = { call: `${request.method} ${request.url}`, body: await text(request) };
    calls.push(call);
    const { status = 200, body } = await answer(call);
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  });
  const queryClient = createQueryClient();
  onTestFinished(() => {
    cleanup();
    queryClient.clear();
  });
  render(
    <QueryClientProvider client={queryClient}>
      <ApiContext value={createPublicApiClient(origin)}>{element}</ApiContext>
    </QueryClientProvider>,
  );
  return { calls, queryClient };
};
