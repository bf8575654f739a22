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

const followRecipe = (recipe: Recipe): Fork => {
  const fork = createFork();
  for (const step of recipe.steps) fork.apply(step);
  return fork;
};

test('"Rename it" leaves the old name nowhere but in the license', { timeout }, () => {
  const { name }: { name: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const oldName = new RegExp(name.split('-').join('[-_ ]?'), 'i');

  const fork = followRecipe(getRecipe('Rename it'));
  const paths = fork.listFiles();

  expect(paths.filter((path) => oldName.test(path) || oldName.test(fork.read(path)))).toEqual(['LICENSE']);
});

test.each(recipes.filter(({ title }) => title !== 'Rename it'))(
  '"$title" works and changes only the files that it names',
  { timeout },
  (recipe) => {
    const changed = followRecipe(recipe).listChangedFiles();

    expect(changed).not.toEqual([]);
    expect(changed.filter((path) => !isNamed(path, recipe))).toEqual([]);
  },
);
