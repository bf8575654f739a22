import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';

// Who acts for the system or for the holder of a secret says so in the name of the file.
const actsForNobody = /^(system-.*|link-secret)-repository\.ts$/;

const repositories = globSync('*/*-repository.ts', { cwd: import.meta.dirname }).filter(
  (file) => !actsForNobody.test(basename(file)),
);

const queriesOf = (file: string) => {
  const source = readFileSync(join(import.meta.dirname, file), 'utf8');
  return [...source.matchAll(/^export const (\w+) = ([\s\S]*?)=>/gm)].map(([, name, signature]) => ({
    name,
    signature,
  }));
};

// The base of queries that only repositories build on, and rows whose item was checked in the transaction.
const exceptions = ['selectUploads', 'insertUpload', 'upsertGrant', 'insertLink'];

describe.each(repositories)('%s', (file) => {
  test('carries the acting user in every query', () => {
    const queries = queriesOf(file).filter(({ name }) => !exceptions.includes(name ?? ''));

    expect(queries.length).toBeGreaterThan(0);
    for (const { name, signature } of queries)
      expect({ name, signature }).toMatchObject({
        signature: expect.stringMatching(/\b(userId|ownerId): string\b/),
      });
  });
});
