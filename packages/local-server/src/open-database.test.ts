import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from './open-database.ts';
import { StartError } from './start-error.ts';
import { createTransaction } from './transaction.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-server-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a database is created for its owner only', () => {
  const dataDirectory = join(folder, 'a', 'b');
  const database = openDatabase(dataDirectory, 'data.db');
  database.exec('CREATE TABLE rows (id INTEGER) STRICT');

  expect(statSync(dataDirectory).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(dataDirectory)) {
    expect(statSync(join(dataDirectory, name)).mode & 0o777).toBe(0o600);
  }
  database.close();
});

test('a database opens once until it is closed', () => {
  const first = openDatabase(folder, 'data.db');

  expect(() => openDatabase(folder, 'data.db')).toThrow(
    new StartError(`The folder ${folder} is in use by another process.`),
  );

  first.close();
  openDatabase(folder, 'data.db').close();
});

test('a transaction that throws leaves nothing behind', () => {
  const database = openDatabase(folder, 'data.db');
  const transaction = createTransaction(database);
  database.exec('CREATE TABLE rows (id INTEGER) STRICT');
  const insert = () => database.exec('INSERT INTO rows VALUES (1)');
  const fail = () => {
    insert();
    throw new Error('failed');
  };

  expect(() => transaction(fail)).toThrow('failed');
  expect(database.prepare('SELECT * FROM rows').all()).toHaveLength(0);

  transaction(insert);
  expect(database.prepare('SELECT * FROM rows').all()).toHaveLength(1);
  database.close();
});
