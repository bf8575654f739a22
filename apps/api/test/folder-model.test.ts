import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyAct, createModel, type Model, type TreeAct } from './support/folder-model.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import type { TestUser } from './support/test-users.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});

afterAll(() => api.close());

const person = fc.integer({ min: 0, max: 2 });
// Among the items that exist when the act is performed.
const item = fc.nat({ max: 19 });
const place = fc.option(item);
const name = fc.constantFrom('a', 'A', 'b', 'c');

const act: fc.Arbitrary<TreeAct> = fc.oneof(
  fc.record({ kind: fc.constant('create' as const), person, place, name }),
  fc.record({ kind: fc.constant('create' as const), person, place, name }),
  fc.record({ kind: fc.constant('move' as const), person, item, place }),
  fc.record({ kind: fc.constant('rename' as const), person, item, name }),
  fc.record({ kind: fc.constant('trash' as const), person, item }),
  fc.record({ kind: fc.constant('restore' as const), person, item }),
  fc.record({ kind: fc.constant('delete' as const), person, item }),
  fc.record({
    kind: fc.constant('share' as const),
    person,
    item,
    to: person,
    role: fc.constantFrom('viewer' as const, 'editor' as const),
  }),
);

const seen = async (model: Model, people: TestUser[]) => {
  const rows = [];
  for (const { id } of model.everything()) {
    for (const [index, user] of people.entries()) {
      const { status, body } = await user.call('getItem', { params: { itemId: id } });
      const role = status === 200 ? body.role : null;
      const view = role && { name: body.name, role, isTrashed: body.trashedAt !== null };
      rows.push({ id, index, view });
    }
  }
  return rows;
};

const expected = (model: Model, people: TestUser[]) =>
  model
    .everything()
    .flatMap(({ id }) => people.map((_, index) => ({ id, index, view: model.viewOf(id, index) })));

// fast-check prints the seed of a failure, and the shortest list of acts that fails.
test('three people see what a simple model of the tree says, whatever they do', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 30 }), async (acts) => {
      const people = [
        await api.createUser('Ada'),
        await api.createUser('Grace'),
        await api.createUser('Mary'),
      ];
      await api.forgetNotices();
      const model = createModel();
      for (const next of acts) {
        const { status, expectedStatus } = await applyAct(model, people, next);
        expect({ act: next, status }).toEqual({ act: next, status: expectedStatus });
      }

      expect(await seen(model, people)).toEqual(expected(model, people));
      expect(await api.findViolations()).toEqual([]);
    }),
    { numRuns: 12 },
  );
});
