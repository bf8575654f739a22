import { DatabaseSync } from 'node:sqlite';
import { beforeEach, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { StartError } from './start-error.ts';

const first = 'CREATE TABLE rows (id INTEGER PRIMARY KEY) STRICT; INSERT INTO rows VALUES (1)';
const second = 'ALTER TABLE rows ADD COLUMN name TEXT';

let database: DatabaseSync;
beforeEach(() => {
  database = new DatabaseSync(':memory:');
});

const rows = () => database.prepare('SELECT * FROM rows').all();
const version = () => database.prepare('PRAGMA user_version').get()?.user_version;

test('each migration runs once', () => {
  migrate(database, { statements: [first] });
  migrate(database, { statements: [first, second] });
  migrate(database, { statements: [first, second] });

  expect(rows()).toEqual([{ id: 1, name: null }]);
  expect(version()).toBe(2);
});

test('versions count from the first one', () => {
  migrate(database, { statements: [first], firstVersion: 7 });
  expect(version()).toBe(7);

  migrate(database, { statements: [first, second], firstVersion: 7 });
  expect(version()).toBe(8);
  expect(rows()).toEqual([{ id: 1, name: null }]);
});

test('a migration that fails leaves the version before it', () => {
  migrate(database, { statements: [first] });

  expect(() => migrate(database, { statements: [first, second, 'nonsense'] })).toThrow();

  expect(rows()).toEqual([{ id: 1 }]);
  expect(version()).toBe(1);
});

test('a table can be rebuilt without a cascade', () => {
  const child = `
    CREATE TABLE children (row INTEGER REFERENCES rows (id) ON DELETE CASCADE) STRICT;
    INSERT INTO children VALUES (1);
  `;
  const rebuild = `
    CREATE TABLE new_rows (id INTEGER PRIMARY KEY) STRICT;
    INSERT INTO new_rows SELECT id FROM rows;
    DROP TABLE rows;
    ALTER TABLE new_rows RENAME TO rows;
  `;

  migrate(database, { statements: [first, child, rebuild] });

  expect(database.prepare('SELECT * FROM children').all()).toHaveLength(1);
  database.exec('DELETE FROM rows');
  expect(database.prepare('SELECT * FROM children').all()).toHaveLength(0);
});

test('a database of a later or unknown version is refused', () => {
  migrate(database, { statements: [first, second], firstVersion: 2 });

  expect(() => migrate(database, { statements: [first], firstVersion: 2 })).toThrow(StartError);
  expect(() => migrate(database, { statements: [first], firstVersion: 5 })).toThrow(StartError);
});
