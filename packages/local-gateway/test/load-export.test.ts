import { StartError } from '@share-my-files/local-server';
import { expect, test } from 'vitest';
import { loadExport } from '../src/load-export.ts';
import { scope } from './support/test-tokens.ts';

const file = `${import.meta.dirname}/support/test-tokens.ts`;

test('loads an export by its name', async () => {
  expect(await loadExport({ file, name: 'scope' })).toBe(scope);
});

test('rejects a module without the export', async () => {
  await expect(loadExport({ file, name: 'missing' })).rejects.toThrow(
    new StartError(`${file} does not export missing.`),
  );
});
