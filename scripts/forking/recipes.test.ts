import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Fork } from './support/fork.ts';
import { type Recipe, readRecipes } from './support/read-recipes.ts';

const root = join(import.meta.dirname, '../..');

const recipes = readRecipes(join(root, 'docs/forking.md'));

/** Only ends a recipe that hangs. */
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

/** The new name has to reach what the others add, and they do not need what is deleted. */
const inOrder = (): Recipe[] => {
  const first = getRecipe('Delete a feature');
  const last = getRecipe('Rename it');
  return [first, ...recipes.filter((recipe) => recipe !== first && recipe !== last), last];
};

const isNamed = (path: string, { paths }: Recipe): boolean =>
  paths.some((named) => path === named || (named.endsWith('/') && path.startsWith(named)));

/** The last recipe may change any file. */
const followAll = (fork: Fork): void => {
  for (const recipe of inOrder()) {
    for (const step of recipe.steps) fork.apply(step);
    const changed = fork.listChangedFiles();
    expect(changed).not.toEqual([]);
    if (recipe !== inOrder().at(-1)) expect(changed.filter((path) => !isNamed(path, recipe))).toEqual([]);
    fork.commit();
  }
};

/** Where recipes share a command, it runs after the last of them. */
const checkAll = (fork: Fork): void => {
  const commands = inOrder().flatMap((recipe) => recipe.check);
  for (const command of [...new Set(commands.toReversed())].toReversed()) fork.run(command);
};

const expectOldNameOnlyIn = (fork: Fork, allowed: string[]): void => {
  const { name }: { name: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const oldName = new RegExp(name.split('-').join('[-_ ]?'), 'i');
  const found = fork.listFiles().filter((path) => oldName.test(path) || oldName.test(fork.read(path)));
  expect(found).toEqual(allowed);
};

// In one fork, because their checks take minutes.
test('all recipes work and change only the files that they name', { timeout }, () => {
  const fork = new Fork();
  onTestFinished(() => fork.remove());

  followAll(fork);
  checkAll(fork);

  expect(fork.listChangedFiles()).toEqual([]);
  expectOldNameOnlyIn(fork, ['LICENSE']);
});
