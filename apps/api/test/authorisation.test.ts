import { type GrantRole, type Operation, operations } from '@share-my-files/contract';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  type Actor,
  actors,
  expectedStatus,
  type Scene,
  type State,
  states,
  userOperations,
} from './support/access-matrix.ts';
import { listRoutes } from './support/list-routes.ts';
import { sampleOf } from './support/sample-of.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import type { OperationName, TestClient } from './support/test-client.ts';
import type { TestUser } from './support/test-users.ts';
import { startUpload, uploadFile } from './support/upload-file.ts';

let api: TestApi;
let people: Record<Exclude<Actor, 'anonymous'>, TestUser>;

beforeAll(async () => {
  api = await startTestApi();
  people = {
    owner: await api.createUser(),
    editor: await api.createUser(),
    viewer: await api.createUser(),
    revoked: await api.createUser(),
    stranger: await api.createUser(),
  };
});

// A row of the matrix signs people out everywhere, and all of them together share more than one person may in a day.
const startAnew = async () => {
  await api.admitAgain();
  await api.forgetNotices();
  for (const person of Object.values(people)) Object.assign(person, await api.signIn(person.id));
};

afterEach(startAnew);

afterAll(() => api.close());

const share = async (itemId: string, email: string, role: GrantRole): Promise<string> => {
  const response = await people.owner
    .call('putGrant', { params: { itemId }, body: { email, role } })
    .expect(200);
  return response.body.id;
};

const bring = async (itemId: string, state: State): Promise<void> => {
  if (state === 'ready') return;
  await people.owner.call('trashItem', { params: { itemId } }).expect(200);
  if (state === 'deleted') await people.owner.call('deleteItem', { params: { itemId } }).expect(204);
};

const prepareScene = async (state: State): Promise<Scene> => {
  const { owner, editor, viewer, revoked } = people;
  const { id: itemId } = await uploadFile(owner);
  const upload = await startUpload(owner);
  await share(itemId, editor.email, 'editor');
  const grantId = await share(itemId, viewer.email, 'viewer');
  const revokedId = await share(itemId, revoked.email, 'editor');
  await owner.call('revokeGrant', { params: { itemId, grantId: revokedId } }).expect(204);
  const created = await owner
    .call('createLink', { params: { itemId }, body: { expiresInSeconds: null } })
    .expect(201);
  await bring(itemId, state);
  return { itemId, grantId, linkId: created.body.link.id, uploadId: upload.id };
};

const prepareSceneAgain = async (state: State): Promise<Scene> => {
  await startAnew();
  return await prepareScene(state);
};

const clientOf = (actor: Actor): TestClient => (actor === 'anonymous' ? api.anonymous : people[actor]);

const send = (name: OperationName, actor: Actor, scene: Scene) => {
  const { body }: Operation = operations[name];
  return clientOf(actor)
    .request(name, scene)
    .send(body && sampleOf(body));
};

test('mounts each operation of the contract once, and nothing else but the health checks', () => {
  const routes = Object.values(operations).map(
    ({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
  );

  expect(listRoutes(api.app).sort()).toEqual([...routes, 'GET /healthz', 'GET /readyz'].sort());
});

describe.each(userOperations)('%s', (name) => {
  describe.each(states)('of a file that is %s', (state) => {
    test('is allowed to the roles that have the permission, and to no other user', async () => {
      let scene = await prepareScene(state);
      for (const actor of actors) {
        const response = await send(name, actor, scene);

        expect({ actor, status: response.status }).toEqual({
          actor,
          status: expectedStatus(name, actor, state),
        });
        // A refused request or a read has changed nothing: the next actor finds the same scene.
        if (response.ok && operations[name].method !== 'GET') scene = await prepareSceneAgain(state);
      }
    });
  });
});
