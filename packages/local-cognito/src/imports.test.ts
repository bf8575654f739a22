import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { expect, test } from 'vitest';

/** The folder of a file below `src`, or the file itself at the top. */
const roomOf = (file: string): string => relative(import.meta.dirname, file).split(sep)[0] ?? '';

const files = globSync('**/*.ts', { cwd: import.meta.dirname, exclude: ['**/*.test.ts'] });

const importsOf = (file: string): string[] => {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/(?:from|import\() ?'(\.[^']+)'/g)].map(([, path = '']) =>
    join(dirname(file), path),
  );
};

const roomsByImporter = (): Map<string, Set<string>> => {
  const rooms = new Map<string, Set<string>>();
  for (const file of files.map((name) => join(import.meta.dirname, name))) {
    const room = roomOf(file);
    const imported = importsOf(file).map(roomOf);
    rooms.set(room, new Set([...(rooms.get(room) ?? []), ...imported.filter((other) => other !== room)]));
  }
  return rooms;
};

test('imports between folders form no cycle', () => {
  const rooms = roomsByImporter();
  expect(rooms.size).toBeGreaterThan(20);

  const isFree = ([, imported]: [string, Set<string>]) => ![...imported].some((room) => rooms.has(room));
  for (let free = [...rooms].filter(isFree); free.length > 0; free = [...rooms].filter(isFree)) {
    for (const [room] of free) rooms.delete(room);
  }

  expect([...rooms.keys()]).toEqual([]);
});
