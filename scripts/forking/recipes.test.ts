import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  check,
  createFork,
  deletion,
  expectNamedChanges,
  follow,
  getRecipe,
  recipes,
  timeout,
} from './support/follow-recipe.ts';
import type { Fork } from './support/fork.ts';

const root = join(import.meta.dirname, '../..');

test('the document has a recipe for each change that a fork begins with', () => {
  expect(recipes.map(({ title }) => title)).toEqual([
    'Rename it',
    'Change the look',
    'Add a page',
    'Add a field to an item',
    'Add a feature',
    'Delete a feature',
    'Change who may do what',
    'Deploy your own environment',
  ]);
});

const expectOldNameOnlyIn = (fork: Fork, allowed: string[]): void => {
  const { name }: { name: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const oldName = new RegExp(name.split('-').join('[-_ ]?'), 'i');
  const found = fork.listFiles().filter((path) => oldName.test(path) || oldName.test(fork.read(path)));
  expect(found).toEqual(allowed);
};

// In one fork, because their checks take minutes. It is renamed last: the new name has to reach what they add.
test('all other recipes work and change only the files that they name', { timeout }, () => {
  const fork = createFork();
  const rename = getRecipe('Rename it');
  const additions = recipes.filter(({ title }) => title !== rename.title && title !== deletion);

  for (const recipe of additions) {
    follow(fork, recipe);
    expectNamedChanges(fork, [recipe]);
    fork.commit();
  }
  follow(fork, rename);
  fork.commit();
  check(fork, [...additions, rename]);

  expect(fork.listChangedFiles()).toEqual([]);
  expectOldNameOnlyIn(fork, ['LICENSE']);
});
