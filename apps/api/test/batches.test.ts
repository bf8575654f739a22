import { type BatchAction, type BatchResult, maximumBatchSize } from '@share-my-files/contract';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type State, userActors } from './support/access-matrix.ts';
import { type AccessScenes, startAccessScenes } from './support/access-scenes.ts';
import { readRows } from './support/read-rows.ts';
import { uploadFile } from './support/upload-file.ts';

let scenes: AccessScenes;

beforeAll(async () => {
  scenes = await startAccessScenes();
});

afterEach(async () => {
  expect(await scenes.api.findViolations()).toEqual([]);
});

afterAll(() => scenes.api.close());

const unknownId = '01a22237-7a83-7663-8414-c565a70babf1';

const changeItems = async (actor: (typeof userActors)[number], action: BatchAction, itemIds: string[]) => {
  const { body } = await scenes.users[actor].call('changeItems', { body: { action, itemIds } }).expect(200);
  return body as BatchResult;
};

const ownerUploads = async (count: number): Promise<string[]> => {
  const ids: string[] = [];
  for (let number = 1; number <= count; number += 1) ids.push((await uploadFile(scenes.users.owner)).id);
  return ids;
};

const listIds = async (view: 'mine' | 'trash') => {
  const { body } = await scenes.users.owner.call('listItems', { query: { view } }).expect(200);
  return (body.items as { id: string }[]).map(({ id }) => id);
};

describe('a batch', () => {
  test('trashes, restores and permanently deletes many files with one request each', async () => {
    const { owner } = scenes.users;
    const before = (await owner.call('getMe')).body;
    const ids = await ownerUploads(3);

    expect(await changeItems('owner', 'trash', ids)).toEqual({ changedIds: ids, failures: [] });
    expect(await listIds('trash')).toEqual(expect.arrayContaining(ids));
    expect(await changeItems('owner', 'restore', ids)).toEqual({ changedIds: ids, failures: [] });
    expect(await listIds('mine')).toEqual(expect.arrayContaining(ids));
    await changeItems('owner', 'trash', ids);
    expect(await changeItems('owner', 'delete', ids)).toEqual({ changedIds: ids, failures: [] });
    expect((await owner.call('getMe')).body).toEqual(before);
  });

  test('changes what it can, and says of each other file why it could not', async () => {
    const [kept, trashed] = await ownerUploads(2);
    if (kept === undefined || trashed === undefined) throw new Error('Two files were uploaded.');
    await changeItems('owner', 'trash', [trashed]);

    const result = await changeItems('owner', 'delete', [kept, unknownId, trashed, trashed]);

    expect(result.changedIds).toEqual([trashed]);
    expect(result.failures).toEqual([
      { itemId: kept, code: 'conflict', detail: expect.stringContaining('to the trash first.') },
      { itemId: unknownId, code: 'not_found', detail: 'There is nothing here.' },
    ]);
  });

  test(`takes at most ${maximumBatchSize} ids, and at least one`, async () => {
    const send = (itemIds: string[]) =>
      scenes.users.owner.call('changeItems', { body: { action: 'trash', itemIds } });

    await send([]).expect(400);
    await send(Array.from({ length: maximumBatchSize + 1 }, () => unknownId)).expect(400);
    await send(Array.from({ length: maximumBatchSize }, () => unknownId)).expect(200);
  });

  test('needs an access token', () =>
    scenes.api.anonymous
      .call('changeItems', { body: { action: 'trash', itemIds: [unknownId] } })
      .expect(401));
});

const actions = [
  ['trash', 'trashItem'],
  ['restore', 'restoreItem'],
  ['delete', 'deleteItem'],
] as const;
const states: readonly State[] = ['ready', 'trashed', 'deleted'];
const cases = actions.flatMap(([action, single]) => states.map((state) => [action, state, single] as const));

test.each(cases)(
  'a batch to %s a file that is %s refuses each user as the operation for one file does',
  async (action, state, single) => {
    let scene = await scenes.prepare(state);
    // The owner is the last, whose requests change the scene.
    for (const actor of userActors.toReversed()) {
      const one = await scenes.callOn(scene, single, actor);
      if (one.ok) scene = await scenes.prepare(state);
      const before = await readRows(scenes.api.database);

      const { changedIds, failures } = await changeItems(actor, action, [scene.itemId]);

      if (one.ok) expect({ changedIds, failures }).toEqual({ changedIds: [scene.itemId], failures: [] });
      else {
        expect({ changedIds, code: failures[0]?.code }).toEqual({ changedIds: [], code: one.body.code });
        expect(await readRows(scenes.api.database)).toEqual(before);
      }
    }
  },
);
