import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, expect, test } from 'vitest';
import { migrate, readMigrations } from './migrate.ts';
import { StartError } from './start-error.ts';

const first = {
  version: 2,
  sql: 'CREATE TABLE rows (id INTEGER PRIMARY KEY) STRICT; INSERT INTO rows VALUES (1)',
};
const second = { version: 3, sql: 'ALTER TABLE rows ADD COLUMN name TEXT;' };

let database: DatabaseSync;
beforeEach(() => {
  database = new DatabaseSync(':memory:');
});

const rows = () => database.prepare('SELECT * FROM rows').all();
const version = () => database.prepare('PRAGMA user_version').get()?.user_version;

test('runs each migration once', () => {
  migrate(database, [first]);
  migrate(database, [first, second]);
  migrate(database, [first, second]);

  expect(rows()).toEqual([{ id: 1, name: null }]);
  expect(version()).toBe(3);
});

test('keeps the version before a migration that fails', () => {
  migrate(database, [first]);

  expect(() => migrate(database, [first, second, { version: 4, sql: 'nonsense' }])).toThrow();

  expect(rows()).toEqual([{ id: 1 }]);
  expect(version()).toBe(2);
});

test('rebuilds a table without a cascade', () => {
  const children = `
    CREATE TABLE children (row INTEGER REFERENCES rows (id) ON DELETE CASCADE) STRICT;
    INSERT INTO children VALUES (1);
  `;
  const rebuild = `
    CREATE TABLE new_rows (id INTEGER PRIMARY KEY) STRICT;
    INSERT INTO new_rows SELECT id FROM rows;
    DROP TABLE rows;
    ALTER TABLE new_rows RENAME TO rows;
  `;

  migrate(database, [first, { version: 3, sql: children }, { version: 4, sql: rebuild }]);

  expect(database.prepare('SELECT * FROM children').all()).toHaveLength(1);
  database.exec('DELETE FROM rows');
  expect(database.prepare('SELECT * FROM children').all()).toHaveLength(0);
});

test.each([1, 3])('rejects a database of the unknown version %i', (unknown) => {
  database.exec(`PRAGMA user_version = ${unknown}`);

  expect(() => migrate(database, [first])).toThrow(StartError);
});

test('reads the migrations of a folder by number', () => {
  const folder = mkdtempSync(join(tmpdir(), 'local-server-'));
  writeFileSync(join(folder, '10-tenth.sql'), 'SELECT 10');
  writeFileSync(join(folder, '9-ninth.sql'), 'SELECT 9');

  expect(readMigrations(folder)).toEqual([
    { version: 9, sql: 'SELECT 9' },
    { version: 10, sql: 'SELECT 10' },
  ]);
  rmSync(folder, { recursive: true });
});
