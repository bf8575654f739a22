import { operations } from '@share-my-files/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Scene, State } from './support/access-matrix.ts';
import { type AccessScenes, startAccessScenes } from './support/access-scenes.ts';
import { statementsPerOperation } from './support/statements-per-operation.ts';
import type { OperationName } from './support/test-client.ts';

let scenes: AccessScenes;

beforeAll(async () => {
  scenes = await startAccessScenes();
});

afterAll(() => scenes.api.close());

const stateFor = (name: OperationName): State =>
  name === 'restoreItem' || name === 'deleteItem' ? 'trashed' : 'ready';

const countStatements = async (name: OperationName, scene: Scene): Promise<number> => {
  const actor = operations[name].access === 'user' ? 'owner' : 'anonymous';
  // The session may have to be confirmed again.
  await scenes.callOn(scene, 'getMe', 'owner').expect(200);
  scenes.api.passOneSecond();
  const before = scenes.api.countStatements();
  await scenes.callOn(scene, name, actor);
  return scenes.api.countStatements() - before;
};

test('each operation sends as many statements as the table says', async () => {
  const counted: Partial<Record<OperationName, number>> = {};
  // What only reads leaves a scene as it was.
  let unchanged: Scene | undefined;
  for (const name of Object.keys(operations) as OperationName[]) {
    const scene = unchanged ?? (await scenes.prepare(stateFor(name)));
    counted[name] = await countStatements(name, scene);
    unchanged = operations[name].method === 'GET' ? scene : undefined;
  }

  expect(counted).toEqual(statementsPerOperation);
});
