// @vitest-environment jsdom
import { focusManager } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useNewVersionToast } from '../src/app/use-new-version-toast.ts';
import { ToastProvider } from '../src/components/toast.tsx';

const pageOf = (version: string) =>
  `<script type="module" crossorigin src="/assets/index-${version}.js"></script>`;
const message = 'A new version of ShareMyFiles is available.';
const requests: string[] = [];

const Page = () => {
  useNewVersionToast();
  return null;
};

/** Opens a tab with version 1, and returns to it after some minutes. */
const returnToTab = async (minutes: number, respond: () => Promise<Response>) => {
  vi.stubGlobal('fetch', (url: string) => {
    requests.push(url);
    return respond();
  });
  const responded = vi.waitFor(() => expect(requests).toEqual(minutes < 10 ? [] : ['/']));
  render(<Page />, { wrapper: ToastProvider });
  focusManager.setFocused(false);
  vi.setSystemTime(Date.now() + minutes * 60_000);
  focusManager.setFocused(true);
  await responded;
};

beforeEach(() => {
  requests.length = 0;
  vi.useFakeTimers({ toFake: ['Date'] });
  document.head.innerHTML = pageOf('1');
  // jsdom has no popovers.
  HTMLElement.prototype.togglePopover = () => true;
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  focusManager.setFocused(undefined);
});

test('offers to reload after a deployment', async () => {
  await returnToTab(11, async () => new Response(pageOf('2')));

  expect(await screen.findByText(message)).toBeDefined();
  expect(screen.getByText('Reload')).toBeDefined();
});

test.each([
  ['the same version', async () => new Response(pageOf('1'))],
  ['an error', async () => new Response(pageOf('2'), { status: 503 })],
  ['a page of somebody else, such as the login of a network', async () => new Response('<h1>Welcome</h1>')],
  ['nothing', async () => Promise.reject(new TypeError('Failed to fetch'))],
])('does not if the server responds with %s', async (_name, respond) => {
  await returnToTab(11, respond);

  await new Promise(setImmediate);
  expect(screen.queryByText(message)).toBeNull();
});

test('asks at most every ten minutes', async () => {
  await returnToTab(9, async () => new Response(pageOf('2')));

  expect(screen.queryByText(message)).toBeNull();
});
