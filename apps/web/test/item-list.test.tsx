// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ItemList } from '../src/features/files/list/item-list.tsx';
import { createItem } from './support/create-item.ts';
import { type ApiAnswer, renderWithApi } from './support/render-with-api.tsx';

const firstPage = { items: [createItem(1), createItem(2)], nextCursor: createItem(2).id };
const lastPage = { items: [createItem(3), createItem(4)], nextCursor: null };

const refusal = {
  type: 'about:blank',
  title: 'The request was refused.',
  status: 400,
  code: 'invalid_request',
  requestId: 'request-1',
};

/** A list of two pages, of which the second is answered like this. */
const renderList = async (second: () => ApiAnswer) => {
  await renderWithApi(
    <ItemList view="mine" actions={() => []} onOpen={() => undefined}>
      Nothing here
    </ItemList>,
    ({ call }) => (call.includes('cursor=') ? second() : { body: firstPage }),
  );
  return { more: await screen.findByRole('button', { name: 'Show more' }), user: userEvent.setup() };
};

test('the focus goes on to the first new row when there is no more to show', async () => {
  const { more, user } = await renderList(() => ({ body: lastPage }));

  await user.click(more);

  const firstNew = await screen.findByRole('button', { name: '3.txt' });
  await expect.poll(() => document.activeElement).toBe(firstNew);
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('says when no more could be loaded, and can be tried again', async () => {
  let tries = 0;
  const { more, user } = await renderList(() => {
    tries += 1;
    return tries === 1 ? { status: refusal.status, body: refusal } : { body: lastPage };
  });

  await user.click(more);
  expect((await screen.findByRole('alert')).textContent).toBe(refusal.title);
  await expect.poll(() => document.activeElement).toBe(screen.getByRole('button', { name: 'Show more' }));

  await user.keyboard('{Enter}');
  await screen.findByRole('button', { name: '4.txt' });
  expect(screen.queryByRole('alert')).toBeNull();
});
