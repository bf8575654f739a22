// @vitest-environment jsdom
import { onlineManager } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { type ComponentType, useLayoutEffect } from 'react';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { PageError } from '../src/app/errors/page-error.tsx';
import { ErrorState } from '../src/components/error-state.tsx';
import { NetworkError } from '../src/lib/network-error.ts';

afterEach(() => {
  cleanup();
  onlineManager.setOnline(true);
});

// As browsers word it.
const codeIsMissing = new TypeError('Failed to fetch dynamically imported module: http://localhost/trash.js');

/** A page whose code can be loaded only online, opened offline. */
const openOffline = (ErrorBoundary: ComponentType) => {
  onlineManager.setOnline(false);
  const Component = async () => {
    if (!onlineManager.isOnline()) throw codeIsMissing;
    return () => <h1>Trash</h1>;
  };
  const routes = [{ ErrorBoundary, children: [{ path: '/', lazy: { Component } }] }];
  render(<RouterProvider router={createMemoryRouter(routes)} />);
};

test('a page whose code could not be loaded offline opens when the connection is back', async () => {
  openOffline(PageError);
  await screen.findByText(new NetworkError().message);

  onlineManager.setOnline(true);

  expect(await screen.findByRole('heading', { name: 'Trash' })).toBeDefined();
});

test('and also when the connection comes back while the error is still being drawn', async () => {
  openOffline(() => {
    // Before any effect of the error has run.
    useLayoutEffect(() => onlineManager.setOnline(true), []);
    return <PageError />;
  });

  expect(await screen.findByRole('heading', { name: 'Trash' })).toBeDefined();
});

test.each([
  ['code that is missing', codeIsMissing],
  ['an answer that nobody expected', z.object({ id: z.string() }).safeParse({}).error],
])('of %s people are told in words for people', (_name, error) => {
  render(<ErrorState title="The files could not be loaded" error={error} onRetry={() => undefined} />);

  expect(screen.getByText('Something went wrong. Please try again.')).toBeDefined();
});
