import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Fork } from './support/fork.ts';
import { type Recipe, readRecipes } from './support/read-recipes.ts';

const root = join(import.meta.dirname, '../..');
const recipes = readRecipes(join(root, 'docs/forking.md'));

const createFork = (): Fork => {
  const fork = new Fork();
  onTestFinished(() => fork.remove());
  return fork;
};

const isNamed = (path: string, { paths }: Recipe): boolean =>
  paths.some((named) => path === named || (named.endsWith('/') && path.startsWith(named)));

// Only ends a recipe that hangs.
const timeout = 30 * 60_000;

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

const getRecipe = (title: string): Recipe => {
  const recipe = recipes.find((candidate) => candidate.title === title);
  if (recipe === undefined) throw new Error(`No recipe "${title}".`);
  return recipe;
};

// The only recipe that removes code, some of it from files that the others change.
const deletion = 'Delete a feature';

const follow = (fork: Fork, { steps }: Recipe): void => {
  for (const step of steps) fork.apply(step);
};

/** Where recipes share a command, it runs after the last of them. */
const check = (fork: Fork, followed: Recipe[]): void => {
  const commands = followed.flatMap((recipe) => recipe.check).reverse();
  for (const command of [...new Set(commands)].reverse()) fork.run(command);
};

const expectNamedChanges = (fork: Fork, named: Recipe[]): void => {
  const changed = fork.listChangedFiles();
  expect(changed).not.toEqual([]);
  expect(changed.filter((path) => !named.some((recipe) => isNamed(path, recipe)))).toEqual([]);
};

const expectOldNameOnlyIn = (fork: Fork, allowed: string[]): void => {
  const { name }: { name: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const oldName = new RegExp(name.split('-').join('[-_ ]?'), 'i');
  const found = fork.listFiles().filter((path) => oldName.test(path) || oldName.test(fork.read(path)));
  expect(found).toEqual(allowed);
};

test(`"${deletion}" works and changes only the files that it names`, { timeout }, () => {
  const fork = createFork();
  const recipe = getRecipe(deletion);

  follow(fork, recipe);
  check(fork, [recipe]);

  expectNamedChanges(fork, [recipe]);
});

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
