// @vitest-environment jsdom
import { deleteItem, type GrantRole, listGrants, putGrant, trashItem } from '@share-my-files/contract';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { PeopleWithAccess } from '../src/features/shares/components/people-with-access.tsx';
import { createGate, faultFor, hang, isCallOf } from './support/faults.ts';
import { renderPage } from './support/render-page.tsx';
import { startBackend } from './support/start-backend.ts';
import { storeFile } from './support/store-file.ts';

const email = 'bob@example.com';

/** Renders the people of a file that Bob may view. */
const renderPeople = async () => {
  const backend = await startBackend();
  const item = await storeFile(backend.user.api, { name: 'notes.txt' });
  const params = { itemId: item.id };
  await backend.user.api.call(putGrant, { params, body: { email, role: 'viewer' } });
  const queryClient = renderPage(<PeopleWithAccess item={item} />, backend);
  const role = await screen.findByRole<HTMLSelectElement>('combobox', { name: `Role of ${email}` });
  return { ...backend, params, queryClient, role, events: userEvent.setup() };
};

test('keeps the last of two roles chosen quickly, however slow the first request is', async () => {
  const { api, params, queryClient, role, user, events } = await renderPeople();
  const first = createGate();
  api.fault = faultFor(isCallOf(putGrant), first.hold, 1);
  const changes = () => api.requests.filter(isCallOf(putGrant)).length;
  const waits = () =>
    queryClient
      .getMutationCache()
      .getAll()
      .some(({ state }) => state.isPaused);

  await events.selectOptions(role, 'editor');
  await events.selectOptions(role, 'viewer');
  await expect.poll(() => changes() === 2 || waits()).toBe(true);
  first.release();

  await expect.poll(() => queryClient.isMutating() + queryClient.isFetching()).toBe(0);
  expect(changes()).toBe(2);
  const { grants } = await user.api.call(listGrants, { params });
  expect(grants.map((grant): GrantRole => grant.role)).toEqual(['viewer']);
  expect(role.value).toBe('viewer');
});

test('announces a refusal at once, however long it takes to read the people again', async () => {
  const { api, params, role, user, events } = await renderPeople();
  await user.api.call(trashItem, { params });
  await user.api.call(deleteItem, { params });
  api.fault = faultFor(isCallOf(listGrants), hang);

  await events.selectOptions(role, 'editor');

  expect((await screen.findByRole('alert')).textContent).toMatch(/./);
  expect(role.value).toBe('viewer');
});
