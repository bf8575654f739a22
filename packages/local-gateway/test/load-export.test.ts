import { StartError } from '@share-my-files/local-server';
import { expect, test } from 'vitest';
import { loadExport } from '../src/load-export.ts';
import { scope } from './support/test-tokens.ts';

const file = `${import.meta.dirname}/support/test-tokens.ts`;

test('an export is loaded by its name', async () => {
  expect(await loadExport({ file, name: 'scope' })).toBe(scope);
});

test('a module that lacks the export is refused', async () => {
  await expect(loadExport({ file, name: 'missing' })).rejects.toThrow(
    new StartError(`${file} does not export missing.`),
  );
});
