import { operations } from '@share-my-files/contract';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Scene, State } from './support/access-matrix.ts';
import { type AccessScenes, startAccessScenes } from './support/access-scenes.ts';
import { countRowsRead } from './support/count-rows-read.ts';
import { type Cost, operationCosts, viewCosts } from './support/operation-costs.ts';
import { seedStatements } from './support/seed-rows.ts';
import type { OperationName } from './support/test-client.ts';

let scenes: AccessScenes;

const run = (statement: string) => scenes.api.database.queries.execute(sql.raw(statement));

beforeAll(async () => {
  scenes = await startAccessScenes();
  const seed = { itemCount: 100_000, ownItemCount: 100, ownerId: scenes.users.owner.id };
  for (const statement of seedStatements(seed)) await run(statement);
  // For a merge join the planner itself reads both ends of an index, which would count as well.
  await run('set enable_mergejoin = off');
});

afterAll(() => scenes.api.close());

const measure = async (scene: Scene, name: OperationName, query: object = {}): Promise<Cost> => {
  const { api, callOn } = scenes;
  const actor = operations[name].access === 'user' ? 'owner' : 'anonymous';
  // The session may have to be confirmed again.
  await callOn(scene, 'getMe', 'owner').expect(200);
  // Indexes still lead to the rows that were there before a change.
  await run('vacuum');
  api.passOneSecond();
  const rows = await countRowsRead(api.database);
  const statements = api.countStatements();
  await callOn(scene, name, actor).query(query);
  const sent = api.countStatements() - statements;
  return { statements: sent, rows: (await countRowsRead(api.database)) - rows };
};

const stateFor = (name: OperationName): State =>
  name === 'restoreItem' || name === 'deleteItem' ? 'trashed' : 'ready';

test('each operation sends as many statements, and they read as many rows, as the table says', async () => {
  const counted: Partial<Record<OperationName, Cost>> = {};
  // What only reads leaves a scene as it was.
  let unchanged: Scene | undefined;
  for (const name of Object.keys(operations) as OperationName[]) {
    const scene = unchanged ?? (await scenes.prepare(stateFor(name)));
    counted[name] = await measure(scene, name);
    unchanged = operations[name].method === 'GET' ? scene : undefined;
  }

  expect(counted).toEqual(operationCosts);
});

test.each(Object.entries(viewCosts))(
  'a page of the view %s costs what the table says',
  async (view, cost) => {
    const scene = await scenes.prepare('ready');

    expect(await measure(scene, 'listItems', { view })).toEqual(cost);
  },
);
