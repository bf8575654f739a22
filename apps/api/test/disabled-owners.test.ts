import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { UserPool } from '#auth/user-pool.ts';
import { users } from '#db/schema.ts';
import { unavailable } from '#errors.ts';
import { createServices } from '#services.ts';
import { createAdministrator } from './support/administrator.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import type { TestUser } from './support/test-users.ts';
import { uploadFile } from './support/upload-file.ts';

let api: TestApi;
let administrator: ReturnType<typeof createAdministrator>;
let owner: TestUser;
let friend: TestUser;
let itemId: string;
let secret: string;

beforeAll(async () => {
  api = await startTestApi();
  administrator = createAdministrator(api.cognito);
});

afterAll(() => api.close());

beforeEach(async () => {
  owner = await api.createUser('Owner');
  friend = await api.createUser('Friend');
  itemId = (await uploadFile(owner)).id;
  const grant = { email: friend.email, role: 'editor' as const };
  await owner.call('putGrant', { params: { itemId }, body: grant }).expect(200);
  const link = { params: { itemId }, body: { expiresInSeconds: 3600 } };
  secret = (await owner.call('createLink', link).expect(201)).body.secret;
});

/** Statuses of everything that a friend and the holder of the link can do. */
const tryEverything = async () => {
  const params = { itemId };
  const list = await friend.call('listItems', { query: { view: 'shared' } }).expect(200);
  return {
    listed: list.body.items.length,
    get: (await friend.call('getItem', { params })).status,
    download: (await friend.call('downloadItem', { params })).status,
    rename: (await friend.call('updateItem', { params, body: { name: 'new.txt' } })).status,
    openLink: (await api.anonymous.call('openLink', { body: { secret } })).status,
    downloadLink: (await api.anonymous.call('downloadLink', { body: { secret } })).status,
  };
};

const works = { listed: 1, get: 200, download: 200, rename: 200, openLink: 200, downloadLink: 200 };
const dead = { listed: 0, get: 404, download: 404, rename: 404, openLink: 404, downloadLink: 404 };

describe.each(['disableUser', 'deleteUser'] as const)('after the administrator’s %s', (act) => {
  test('links and shares of the user die within a minute', async () => {
    expect(await tryEverything()).toEqual(works);
    await administrator[act](owner.id);

    await api.ageOwnerChecks();

    expect(await tryEverything()).toEqual(dead);
  });

  // Each request must notice it by itself, not because another one has.
  const attempts = {
    'a link that is opened': () => api.anonymous.call('openLink', { body: { secret } }),
    'a link that is downloaded': () => api.anonymous.call('downloadLink', { body: { secret } }),
    'a share that is opened': () => friend.call('getItem', { params: { itemId } }),
    'a share that is downloaded': () => friend.call('downloadItem', { params: { itemId } }),
    'a share that is changed': () =>
      friend.call('updateItem', { params: { itemId }, body: { name: 'new.txt' } }),
  };

  test.each(Object.entries(attempts))('%s gets the same answer as for nothing', async (_name, attempt) => {
    await administrator[act](owner.id);
    await api.ageOwnerChecks();

    const { body } = await attempt().expect(404);

    const unknown = await api.anonymous.call('openLink', { body: { secret: 'A'.repeat(43) } }).expect(404);
    expect({ ...body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
  });
});

test('links and shares work again within a minute after the user is enabled', async () => {
  await administrator.disableUser(owner.id);
  await api.ageOwnerChecks();
  expect(await tryEverything()).toEqual(dead);
  await administrator.enableUser(owner.id);

  await api.ageOwnerChecks();

  expect(await tryEverything()).toEqual(works);
});

/** Another process, whose calls to Cognito the test controls. */
const startProcess = (isEnabled: UserPool['isEnabled']) => {
  const askCognito = vi.fn(isEnabled);
  const userPool = { ...api.dependencies.userPool, isEnabled: askCognito };
  return { askCognito, services: createServices({ ...api.dependencies, userPool }) };
};

test('Cognito is asked once a minute, however many processes open a link at the same time', async () => {
  const processes = [startProcess(async () => true), startProcess(async () => true)];
  await api.ageOwnerChecks();

  await Promise.all(
    Array.from({ length: 10 }, () => processes.map(({ services }) => services.links.openLink(secret))).flat(),
  );

  const calls = processes.flatMap(({ askCognito }) => askCognito.mock.calls);
  expect(calls).toEqual([[owner.id]]);
});

test('the owner’s own requests ask nothing, neither Cognito nor the database', async () => {
  const { askCognito, services } = startProcess(async () => true);
  const countStatements = async (act: () => Promise<unknown>) => {
    const before = api.countStatements();
    await act();
    return api.countStatements() - before;
  };
  await api.ageOwnerChecks();

  const { files } = services;
  expect(await countStatements(() => files.getItem(owner.id, itemId))).toBe(1);
  expect(await countStatements(() => files.listItems(owner.id, { view: 'mine', limit: 10 }))).toBe(1);
  // Authorizes, locks item and account, authorizes again, looks for the name, updates and reads.
  const changes = { name: 'own.txt', nameConflict: 'reject' } as const;
  expect(await countStatements(() => files.updateItem(owner.id, itemId, changes))).toBe(7);

  expect(askCognito).not.toHaveBeenCalled();
});

describe('while Cognito is down', () => {
  const isDown = async () => {
    throw unavailable('The sign-in service');
  };

  test('links and shares of an enabled owner go on', async () => {
    const { services } = startProcess(isDown);
    await api.ageOwnerChecks();

    await expect(services.links.openLink(secret)).resolves.toMatchObject({ sizeBytes: expect.any(Number) });
    await expect(services.files.getItem(friend.id, itemId)).resolves.toMatchObject({ id: itemId });
  });

  test('those of a disabled owner stay dead', async () => {
    await administrator.disableUser(owner.id);
    await api.ageOwnerChecks();
    await api.anonymous.call('openLink', { body: { secret } }).expect(404);
    const [row] = await api.database.queries.select().from(users).where(eq(users.id, owner.id));
    const { services } = startProcess(isDown);
    await api.ageOwnerChecks();

    await expect(services.links.openLink(secret)).rejects.toMatchObject({ code: 'not_found' });

    expect(row?.disabledAt).toBeInstanceOf(Date);
  });
});
