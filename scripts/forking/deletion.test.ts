import { test } from 'vitest';
import {
  check,
  createFork,
  deletion,
  expectNamedChanges,
  follow,
  getRecipe,
  timeout,
} from './support/follow-recipe.ts';

test(`"${deletion}" works and changes only the files that it names`, { timeout }, () => {
  const fork = createFork();
  const recipe = getRecipe(deletion);

  follow(fork, recipe);
  check(fork, [recipe]);

  expectNamedChanges(fork, [recipe]);
});
