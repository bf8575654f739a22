import { expect, test } from 'vitest';
import { nameSavedFiles } from './name-saved-files.ts';

const own = { kind: 'file', role: 'owner', trashedAt: null } as const;

const savedNames = (files: Parameters<typeof nameSavedFiles>[0]) =>
  nameSavedFiles(files).map(({ savedAs }) => `${savedAs.folder}/${savedAs.name}`);

test('sorts files into a folder for each view', () => {
  const files = [
    { ...own, name: 'a.txt' },
    { ...own, name: 'a.txt', trashedAt: '2026-11-28T00:00:00Z' },
    { ...own, name: 'a.txt', role: 'viewer' as const },
  ];

  expect(savedNames(files)).toEqual(['My files/a.txt', 'Trash/a.txt', 'Shared with me/a.txt']);
});

test('leaves out folders, which have no bytes', () => {
  const files = [
    { ...own, kind: 'folder' as const, name: 'Holidays' },
    { ...own, name: 'a.txt' },
  ];

  expect(savedNames(files)).toEqual(['My files/a.txt']);
});

test('numbers files with the same name, also where only the case differs', () => {
  const files = ['a.txt', 'A.TXT', 'a (2).txt', 'a.txt', 'a', 'a'].map((name) => ({ ...own, name }));

  expect(savedNames(files)).toEqual([
    'My files/a.txt',
    'My files/A (2).TXT',
    'My files/a (2) (2).txt',
    'My files/a (3).txt',
    'My files/a',
    'My files/a (2)',
  ]);
});

test('replaces what Windows refuses in a name', () => {
  const files = ['who?.txt', 'nul', 'com1.txt', 'ends.', 'console.log'].map((name) => ({ ...own, name }));

  expect(savedNames(files)).toEqual([
    'My files/who_.txt',
    'My files/nul_',
    'My files/com1_.txt',
    'My files/ends_',
    'My files/console.log',
  ]);
});
