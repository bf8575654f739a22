import {
  type ItemAction,
  type Operation,
  operations,
  permissions,
  type Role,
  roles,
} from '@share-my-files/contract';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { expectedOutcome, type Scene, userOperations } from './support/access-matrix.ts';
import { type AccessScenes, startAccessScenes } from './support/access-scenes.ts';

// The API reads this table, while the access matrix expects the table of the contract.
const table: Record<ItemAction, Role> = { ...permissions };

const actions = Object.keys(permissions) as ItemAction[];
const mutations = actions.flatMap((action) =>
  roles.filter((role) => role !== permissions[action]).map((role) => ({ action, role })),
);

let scenes: AccessScenes;

beforeAll(async () => {
  scenes = await startAccessScenes({ permissions: table });
});

afterEach(() => Object.assign(table, permissions));

afterAll(() => scenes.api.close());

const needsAction = ({ permission }: Operation, action: ItemAction): boolean => permission === action;

/** Runs the rows of the access matrix that need an action, weakest role first. */
const runMatrix = async (action: ItemAction, scene: Scene): Promise<void> => {
  for (const name of userOperations.filter((operation) => needsAction(operations[operation], action))) {
    for (const actor of roles.toReversed()) {
      const outcome = await scenes.tryOperation(name, actor, scene);
      expect(outcome).toEqual(expectedOutcome(name, actor, 'ready'));
    }
  }
};

test.each(mutations)('the access matrix fails if $action needs the role $role', async ({ action, role }) => {
  const scene = await scenes.prepare('ready');
  table[action] = role;

  await expect(runMatrix(action, scene)).rejects.toThrow(/expected/);
});
