// @vitest-environment jsdom
import { listItems } from '@share-my-files/contract';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { ItemList } from '../src/features/files/list/item-list.tsx';
import type { Fault, ProxiedRequest } from './support/fault-proxy.ts';
import { faultFor, isCallOf, respond } from './support/faults.ts';
import { renderPage } from './support/render-page.tsx';
import { startBackend } from './support/start-backend.ts';
import { storeFile } from './support/store-file.ts';

const isNextPage = (request: ProxiedRequest) =>
  isCallOf(listItems)(request) && request.path.includes('cursor=');

const withTwoPerPage: Fault = (request, forward) => forward({ ...request, path: `${request.path}&limit=2` });

// jsdom has no layout, in which the end of the list could come near.
beforeEach(() => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe = () => undefined;
      disconnect = () => undefined;
    },
  );
});

/** Renders a list of two pages, of which the second suffers from this fault. */
const renderList = async (fault: Fault = withTwoPerPage) => {
  const backend = await startBackend();
  for (const name of ['4.txt', '3.txt', '2.txt', '1.txt']) await storeFile(backend.user.api, { name });
  const withFault = faultFor(isNextPage, fault, 1);
  backend.api.fault = (request, forward) =>
    isNextPage(request) ? withFault(request, forward) : withTwoPerPage(request, forward);
  renderPage(
    <ItemList view="mine" actions={() => []} onOpen={() => undefined}>
      Nothing here
    </ItemList>,
    backend,
  );
  return { more: await screen.findByRole('button', { name: 'Show more' }), user: userEvent.setup() };
};

test('moves the focus to the first new row when there is no more to show', async () => {
  const { more, user } = await renderList();

  await user.click(more);

  const firstNew = await screen.findByRole('button', { name: '3.txt' });
  await expect.poll(() => document.activeElement).toBe(firstNew);
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('announces that more rows could not be loaded, and can be retried', async () => {
  const { more, user } = await renderList(respond(400));

  await user.click(more);
  expect((await screen.findByRole('alert')).textContent).toBe('The request was refused.');
  await expect.poll(() => document.activeElement).toBe(screen.getByRole('button', { name: 'Show more' }));

  await user.keyboard('{Enter}');
  await screen.findByRole('button', { name: '4.txt' });
  expect(screen.queryByRole('alert')).toBeNull();
});
