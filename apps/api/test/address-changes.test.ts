import type { ItemPage } from '@share-my-files/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAdministrator } from './support/administrator.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import type { TestUser } from './support/test-users.ts';
import { uploadFile } from './support/upload-file.ts';

let api: TestApi;
let owner: TestUser;

beforeAll(async () => {
  api = await startTestApi();
  owner = await api.createUser();
});

afterAll(() => api.close());

const shareWith = async (email: string): Promise<string> => {
  const { id: itemId } = await uploadFile(owner);
  await owner.call('putGrant', { params: { itemId }, body: { email, role: 'viewer' } }).expect(200);
  return itemId;
};

const openedBy = async (user: Pick<TestUser, 'call'>, itemId: string): Promise<number> =>
  (await user.call('getItem', { params: { itemId } })).status;

/** Changes the address at Cognito, and lets the minute pass in which the API does not ask for it. */
const changeEmail = async (user: TestUser, email: string): Promise<void> => {
  await createAdministrator(api.cognito).changeEmail(user.id, email);
  await api.ageConfirmations(60);
};

describe('a share with an email address', () => {
  test('goes to the new holder of the address, in either order of their requests', async () => {
    for (const isFormerFirst of [true, false]) {
      const email = `reused-${isFormerFirst}@example.com`;
      const former = await api.createUser('Former', email);
      const itemId = await shareWith(email);
      await changeEmail(former, `moved-${isFormerFirst}@example.com`);
      if (isFormerFirst) await former.call('getMe').expect(200);

      const holder = await api.createUser('Holder', email);

      expect(await openedBy(holder, itemId)).toBe(200);
      expect(await openedBy(former, itemId)).toBe(404);
      expect(await openedBy(holder, await shareWith(email))).toBe(200);
    }
  });

  test('stays with the former holder until somebody else verifies the address', async () => {
    const former = await api.createUser('Former', 'left@example.com');
    const itemId = await shareWith('left@example.com');

    await changeEmail(former, 'right@example.com');

    expect(await openedBy(former, itemId)).toBe(200);
  });

  test('reaches an address that a user verifies during a session within a minute', async () => {
    const user = await api.createUser();
    const itemId = await shareWith('later@example.com');
    expect(await openedBy(user, itemId)).toBe(404);

    await changeEmail(user, 'later@example.com');

    const { body } = await user.call('listItems', { query: { view: 'shared' } }).expect(200);
    expect((body as ItemPage).items.map(({ id }) => id)).toEqual([itemId]);
  });
});
