// @vitest-environment jsdom
import { onlineManager } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { type ComponentType, useLayoutEffect } from 'react';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod/mini';
import { PageError } from '../src/app/errors/page-error.tsx';
import { ErrorState } from '../src/components/error-state.tsx';
import { NetworkError } from '../src/lib/network-error.ts';

afterEach(() => {
  cleanup();
  onlineManager.setOnline(true);
});

// Message of a browser.
const codeIsMissing = new TypeError('Failed to fetch dynamically imported module: http://localhost/trash.js');

/** Opens a page offline whose code can be loaded only online. */
const openOffline = (ErrorBoundary: ComponentType) => {
  onlineManager.setOnline(false);
  const Component = async () => {
    if (!onlineManager.isOnline()) throw codeIsMissing;
    return () => <h1>Trash</h1>;
  };
  const routes = [{ ErrorBoundary, children: [{ path: '/', lazy: { Component } }] }];
  render(<RouterProvider router={createMemoryRouter(routes)} />);
};

test('opens a page when the connection returns after its code could not be loaded', async () => {
  openOffline(PageError);
  await screen.findByText(new NetworkError().message);

  onlineManager.setOnline(true);

  expect(await screen.findByRole('heading', { name: 'Trash' })).toBeDefined();
});

test('opens it when the connection returns before the error is rendered', async () => {
  openOffline(() => {
    // Runs before the effects of the error page.
    useLayoutEffect(() => onlineManager.setOnline(true), []);
    return <PageError />;
  });

  expect(await screen.findByRole('heading', { name: 'Trash' })).toBeDefined();
});

test.each([
  ['code that is missing', codeIsMissing],
  ['an unexpected response', z.object({ id: z.string() }).safeParse({}).error],
])('explains %s in words for users', (_name, error) => {
  render(<ErrorState title="The files could not be loaded" error={error} onRetry={() => undefined} />);

  expect(screen.getByText('Something went wrong. Please try again.')).toBeDefined();
});
