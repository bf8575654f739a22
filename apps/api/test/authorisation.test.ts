import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  type Actor,
  accessMatrix,
  actors,
  publicRoutes,
  type Scene,
  type State,
  states,
} from './support/access-matrix.ts';
import { listRoutes } from './support/list-routes.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import type { Agent, TestUser } from './support/test-users.ts';
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

const share = async (itemId: string, email: string, role: string): Promise<string> => {
  const response = await people.owner.api
    .put(`/api/items/${itemId}/grants`)
    .send({ email, role })
    .expect(200);
  return response.body.id;
};

const bring = async (itemId: string, state: State): Promise<void> => {
  if (state === 'ready') return;
  await people.owner.api.post(`/api/items/${itemId}/trash`).expect(200);
  if (state === 'deleted') await people.owner.api.delete(`/api/items/${itemId}`).expect(204);
};

const prepareScene = async (state: State): Promise<Scene> => {
  const { owner, editor, viewer, revoked } = people;
  const { id: itemId } = await uploadFile(owner);
  const upload = await startUpload(owner);
  await share(itemId, editor.email, 'editor');
  const grantId = await share(itemId, viewer.email, 'viewer');
  const revokedId = await share(itemId, revoked.email, 'editor');
  await owner.api.delete(`/api/items/${itemId}/grants/${revokedId}`).expect(204);
  const created = await owner.api
    .post(`/api/items/${itemId}/links`)
    .send({ expiresInSeconds: null })
    .expect(201);
  await bring(itemId, state);
  return { itemId, grantId, linkId: created.body.link.id, uploadId: upload.id };
};

const prepareSceneAgain = async (state: State): Promise<Scene> => {
  await startAnew();
  return await prepareScene(state);
};

const clientOf = (actor: Actor): Agent => (actor === 'anonymous' ? api.anonymous : people[actor].api);

test('every route has a row in the matrix', () => {
  const rows = accessMatrix.map(({ route }) => route);

  expect([...rows, ...publicRoutes].sort()).toEqual(listRoutes(api.app).sort());
});

describe.each(accessMatrix)('$route', ({ send, allowed }) => {
  describe.each(states)('of a file that is %s', (state) => {
    test('lets everybody do what their role allows and no more', async () => {
      let scene = await prepareScene(state);
      for (const actor of actors) {
        const expected = actor === 'anonymous' ? 401 : (allowed[state][actor] ?? 404);

        const response = await send(clientOf(actor), scene);

        expect({ actor, status: response.status }).toEqual({ actor, status: expected });
        // What was refused, or only read, has changed nothing: the next one finds the same scene.
        if (response.ok && response.request.method !== 'GET') scene = await prepareSceneAgain(state);
      }
    });
  });
});
