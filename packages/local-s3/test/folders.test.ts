import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const source = path.join(import.meta.dirname, '../src');

const folderOf = (file: string) => file.split(path.sep)[0] ?? '';

/** The folders, and files beside them, that each of them imports. */
const readImports = () => {
  const imports = new Map<string, Set<string>>();
  for (const file of globSync('**/*.ts', { cwd: source })) {
    const folder = folderOf(file);
    const imported = imports.get(folder) ?? new Set();
    imports.set(folder, imported);
    for (const [, target = ''] of readFileSync(path.join(source, file), 'utf8').matchAll(/from '(\..+?)'/g)) {
      const other = folderOf(path.join(path.dirname(file), target));
      if (other !== folder) imported.add(other);
    }
  }
  return imports;
};

/** Removes folders whose imports are all removed, until none is left or the rest is a cycle. */
const findCycle = (imports: Map<string, Set<string>>): string[] => {
  const remaining = new Set(imports.keys());
  for (let size = Number.POSITIVE_INFINITY; remaining.size < size; ) {
    size = remaining.size;
    for (const folder of remaining) {
      const imported = [...(imports.get(folder) ?? [])];
      if (!imported.some((other) => remaining.has(other))) remaining.delete(folder);
    }
  }
  return [...remaining];
};

test('imports between folders form no cycle', () => {
  const imports = readImports();

  expect([...imports.keys()]).toContain('protocol');
  expect(findCycle(imports)).toEqual([]);
});
