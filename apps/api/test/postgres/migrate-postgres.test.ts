import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { migratePostgres } from '#db/migrate-postgres.ts';
import { migrationsFolder } from '#db/migrations-folder.ts';
import { createTestDatabase } from '../support/test-database.ts';

const createEmptyDatabase = async (): Promise<string> => {
  const { databaseUrl, drop } = await createTestDatabase();
  if (databaseUrl === undefined) throw new Error('This test needs PostgreSQL.');
  onTestFinished(drop);
  return databaseUrl;
};

const readTables = async (connectionString: string): Promise<string[]> => {
  const client = new Client({ connectionString });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  await client.end();
  return rows.map(({ name }) => name);
};

/** A folder as drizzle-kit writes it, with one migration. */
const writeMigration = (statement: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'share-my-files-migrations-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'meta'));
  writeFileSync(join(folder, '0000_first.sql'), statement);
  const entries = [{ idx: 0, version: '7', when: 1, tag: '0000_first', breakpoints: true }];
  writeFileSync(
    join(folder, 'meta/_journal.json'),
    JSON.stringify({ version: '7', dialect: 'postgresql', entries }),
  );
  return folder;
};

test('concurrent processes wait for the first one to migrate an empty database', async () => {
  const connectionString = await createEmptyDatabase();

  await Promise.all(Array.from({ length: 5 }, () => migratePostgres({ connectionString }, migrationsFolder)));

  expect(await readTables(connectionString)).toContain('uploads');
});

test('a migration can outlast the time-out of a request', async () => {
  const connectionString = await createEmptyDatabase();
  const slow = writeMigration('create table slow as select pg_sleep(0.5)::text as note');

  await migratePostgres({ connectionString, statement_timeout: 50, query_timeout: 50 }, slow);

  expect(await readTables(connectionString)).toEqual(['slow']);
});
