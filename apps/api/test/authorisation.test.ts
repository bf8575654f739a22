import { documentationPaths, operations } from '@share-my-files/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actors, expectedOutcome, userOperationCases } from './support/access-matrix.ts';
import { type AccessScenes, startAccessScenes } from './support/access-scenes.ts';
import { listRoutes } from './support/list-routes.ts';

let scenes: AccessScenes;

beforeAll(async () => {
  scenes = await startAccessScenes();
});

afterAll(() => scenes.api.close());

test('mounts each operation of the contract once, and nothing else but health checks and documentation', () => {
  const paths = Object.values(operations).map(({ path }) => path.replace(/\{(\w+)\}/g, ':$1'));
  const routes = Object.values(operations).map(({ method }, index) => `${method} ${paths[index]}`);
  // Responds to any other method.
  const refusals = [...new Set(paths)].map((path) => `ALL ${path}`);

  const others = ['/healthz', '/readyz', ...Object.values(documentationPaths)].map((path) => `GET ${path}`);
  expect(listRoutes(scenes.api.app).sort()).toEqual([...routes, ...refusals, ...others].sort());
});

test.each(userOperationCases)(
  '%s of an item that is %s takes effect for the roles that have the permission, and for no other user',
  async (name, state) => {
    let scene = await scenes.prepare(state);
    for (const actor of actors) {
      const outcome = await scenes.tryOperation(name, actor, scene);

      expect(outcome).toEqual(expectedOutcome(name, actor, state));
      if (outcome.hasChanged) scene = await scenes.prepare(state);
    }
  },
);
