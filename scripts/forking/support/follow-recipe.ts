import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { Fork } from './fork.ts';
import { type Recipe, readRecipes } from './read-recipes.ts';

export const recipes = readRecipes(join(import.meta.dirname, '../../../docs/forking.md'));

/** The only recipe that removes code, some of it from files that the others change. */
export const deletion = 'Delete a feature';

/** Only ends a recipe that hangs. */
export const timeout = 30 * 60_000;

export const getRecipe = (title: string): Recipe => {
  const recipe = recipes.find((candidate) => candidate.title === title);
  if (recipe === undefined) throw new Error(`No recipe "${title}".`);
  return recipe;
};

export const createFork = (): Fork => {
  const fork = new Fork();
  onTestFinished(() => fork.remove());
  return fork;
};

const isNamed = (path: string, { paths }: Recipe): boolean =>
  paths.some((named) => path === named || (named.endsWith('/') && path.startsWith(named)));

export const follow = (fork: Fork, { steps }: Recipe): void => {
  for (const step of steps) fork.apply(step);
};

/** Where recipes share a command, it runs after the last of them. */
export const check = (fork: Fork, followed: Recipe[]): void => {
  const commands = followed.flatMap((recipe) => recipe.check).reverse();
  for (const command of [...new Set(commands)].reverse()) fork.run(command);
};

export const expectNamedChanges = (fork: Fork, named: Recipe[]): void => {
  const changed = fork.listChangedFiles();
  expect(changed).not.toEqual([]);
  expect(changed.filter((path) => !named.some((recipe) => isNamed(path, recipe)))).toEqual([]);
};
