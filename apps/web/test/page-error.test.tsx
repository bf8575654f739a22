// @vitest-environment jsdom
import { onlineManager } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { PageError } from '../src/app/page-error.tsx';
import { ErrorState } from '../src/components/error-state.tsx';
import { NetworkError } from '../src/lib/network-error.ts';

afterEach(() => {
  cleanup();
  onlineManager.setOnline(true);
});

// As browsers word it.
const codeIsMissing = new TypeError('Failed to fetch dynamically imported module: http://localhost/trash.js');

test('a page whose code could not be loaded offline opens when the connection is back', async () => {
  onlineManager.setOnline(false);
  const Component = async () => {
    if (!onlineManager.isOnline()) throw codeIsMissing;
    return () => <h1>Trash</h1>;
  };
  const routes = [{ ErrorBoundary: PageError, children: [{ path: '/', lazy: { Component } }] }];
  render(<RouterProvider router={createMemoryRouter(routes)} />);
  await screen.findByText(new NetworkError().message);

  onlineManager.setOnline(true);

  expect(await screen.findByRole('heading', { name: 'Trash' })).toBeDefined();
});

test.each([
  ['code that is missing', codeIsMissing],
  ['an answer that nobody expected', z.object({ id: z.string() }).safeParse({}).error],
])('of %s people are told in words for people', (_name, error) => {
  render(<ErrorState title="The files could not be loaded" error={error} onRetry={() => undefined} />);

  expect(screen.getByText('Something went wrong. Please try again.')).toBeDefined();
});
