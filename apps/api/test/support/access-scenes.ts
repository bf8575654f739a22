import { isDeepStrictEqual } from 'node:util';
import {
  type GrantRole,
  type Operation,
  operations,
  type Permissions,
  type SessionList,
} from '@share-my-files/contract';
import { type Actor, type Outcome, type Scene, type State, userActors } from './access-matrix.ts';
import { readRows } from './read-rows.ts';
import { sampleOf } from './sample-of.ts';
import { startTestApi } from './start-test-api.ts';
import type { OperationName } from './test-client.ts';
import type { TestUser } from './test-users.ts';
import { createFolder, startUpload, uploadFile } from './upload-file.ts';

/** So that no two scenes conflict. */
const inputs: Partial<Record<OperationName, object>> = {
  createFolder: { nameConflict: 'keepBoth' },
  updateItem: { nameConflict: 'keepBoth' },
  moveItem: { nameConflict: 'keepBoth' },
};

/** Starts an API with a user for each actor of the access matrix. */
export const startAccessScenes = async (options: { permissions?: Permissions } = {}) => {
  const api = await startTestApi(options);
  const users = {} as Record<(typeof userActors)[number], TestUser>;
  for (const actor of userActors) users[actor] = await api.createUser();

  // Operations delete accounts and recovery codes and end sessions, and together the scenes exceed the daily limit of shares.
  const reset = async (): Promise<void> => {
    await api.undoDeletions();
    await api.forgetNotices();
    for (const user of Object.values(users)) Object.assign(user, await api.signIn(user.id));
    for (const user of Object.values(users)) {
      const { body } = await user.call('getRecoveryCodes').expect(200);
      if (body.left === 0) await user.call('createRecoveryCodes').expect(201);
    }
  };

  const share = async (itemId: string, email: string, role: GrantRole): Promise<string> => {
    const body = { email, role };
    const response = await users.owner.call('putGrant', { params: { itemId }, body }).expect(200);
    return response.body.id;
  };

  /** Signs the owner in on another device. */
  const addSession = async (): Promise<string> => {
    await api.signIn(users.owner.id);
    const { body } = await users.owner.call('listSessions').expect(200);
    return (body as SessionList).sessions.find(({ isCurrent }) => !isCurrent)?.id ?? '';
  };

  const isInFolder = (state: State): boolean => state === 'inFolder' || state === 'inTrashedFolder';

  const moveTo = async (state: State, itemId: string): Promise<void> => {
    if (state === 'ready' || state === 'inFolder') return;
    await users.owner.call('trashItem', { params: { itemId } }).expect(200);
    if (state === 'deleted') await users.owner.call('deleteItem', { params: { itemId } }).expect(204);
  };

  /** Calls an operation on the rows of a scene, with the smallest body that it accepts. */
  const callOn = (scene: Scene, name: OperationName, actor: Actor) => {
    const { body }: Operation = operations[name];
    const client = actor === 'anonymous' ? api.anonymous : users[actor];
    return client.request(name, scene).send(body && { ...sampleOf(body), ...inputs[name] });
  };

  return {
    api,
    users,
    callOn,

    prepare: async (state: State): Promise<Scene> => {
      await reset();
      const { owner, editor, viewer, revoked } = users;
      const folderId = await createFolder(owner, 'around', null);
      const parentId = isInFolder(state) ? await createFolder(owner, 'inside', folderId) : null;
      const { id: itemId } = await uploadFile(owner, { parentId });
      const upload = await startUpload(owner);
      const grantId = await share(itemId, 'other@example.com', 'viewer');
      for (const sharedId of isInFolder(state) ? [folderId] : [itemId, folderId]) {
        await share(sharedId, editor.email, 'editor');
        await share(sharedId, viewer.email, 'viewer');
        const revokedId = await share(sharedId, revoked.email, 'editor');
        const params = { itemId: sharedId, grantId: revokedId };
        await owner.call('revokeGrant', { params }).expect(204);
      }
      const created = await owner
        .call('createLink', { params: { itemId }, body: { expiresInSeconds: null } })
        .expect(201);
      if (!isInFolder(state)) await moveTo(state, itemId);
      await moveTo(state, folderId);
      return {
        itemId,
        folderId,
        grantId,
        linkId: created.body.link.id,
        uploadId: upload.id,
        sessionId: await addSession(),
      };
    },

    /** Calls an operation on the rows of a scene, and compares all rows before and after it. */
    tryOperation: async (name: OperationName, actor: Actor, scene: Scene): Promise<Outcome> => {
      const before = await readRows(api.database);
      const { status } = await callOn(scene, name, actor);
      return { actor, status, hasChanged: !isDeepStrictEqual(await readRows(api.database), before) };
    },
  };
};

export type AccessScenes = Awaited<ReturnType<typeof startAccessScenes>>;
