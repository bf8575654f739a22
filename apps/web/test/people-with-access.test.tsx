// @vitest-environment jsdom
import { type Grant, putGrantSchema } from '@share-my-files/contract';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { PeopleWithAccess } from '../src/features/shares/components/people-with-access.tsx';
import { createItem } from './support/create-item.ts';
import { renderWithApi } from './support/render-with-api.tsx';

const bob: Grant = {
  id: '01980000-0000-7000-8000-000000000002',
  email: 'bob@example.com',
  name: 'Bob',
  role: 'viewer',
  state: 'active',
  createdAt: '2026-11-24T12:00:00Z',
};

test('of two roles chosen quickly the last one holds, however slow the first is to arrive', async () => {
  const user = userEvent.setup();
  const firstArrives = Promise.withResolvers<void>();
  let grant = bob;
  const { calls, queryClient } = await renderWithApi(
    <PeopleWithAccess item={createItem(1)} />,
    async ({ call, body }) => {
      if (call.startsWith('GET')) return { body: { grants: [grant] } };
      const { role } = putGrantSchema.parse(JSON.parse(body));
      if (role === 'editor') await firstArrives.promise;
      grant = { ...grant, role };
      return { body: grant };
    },
  );
  const role = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Role of bob@example.com' });
  const changes = () => calls.filter(({ call }) => call.startsWith('PUT')).length;
  const waits = () =>
    queryClient
      .getMutationCache()
      .getAll()
      .some(({ state }) => state.isPaused);

  await user.selectOptions(role, 'editor');
  await user.selectOptions(role, 'viewer');
  await expect.poll(() => changes() === 2 || waits()).toBe(true);
  firstArrives.resolve();

  await expect.poll(() => queryClient.isMutating() + queryClient.isFetching()).toBe(0);
  expect(changes()).toBe(2);
  expect(grant.role).toBe('viewer');
  expect(role.value).toBe('viewer');
});

test('a refusal is told at once, however long it takes to read the people again', async () => {
  const user = userEvent.setup();
  const refusal = { title: 'Too many people.', status: 409, code: 'conflict', requestId: 'request-1' };
  const { calls } = await renderWithApi(<PeopleWithAccess item={createItem(1)} />, ({ call }) => {
    if (call.startsWith('PUT')) return { status: 409, body: { type: 'about:blank', ...refusal } };
    const isFirst = calls.filter((earlier) => earlier.call.startsWith('GET')).length === 1;
    return isFirst ? { body: { grants: [bob] } } : new Promise<never>(() => undefined);
  });
  const role = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Role of bob@example.com' });

  await user.selectOptions(role, 'editor');

  expect((await screen.findByRole('alert')).textContent).toBe('Too many people.');
  expect(role.value).toBe('viewer');
});
