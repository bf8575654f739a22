import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readMigrations } from './dsql/read-migrations.ts';
import { migrationsFolder } from './migrations-folder.ts';

// Changes with each release. The snapshot of its last migration is the schema that its code knows.
const release = { version: '0.1.0', lastMigration: 'share_notices' };

type Journal = { entries: { tag: string }[] };
type Snapshot = { tables: Record<string, { columns: Record<string, unknown> }> };

const readJson = (path: string) => JSON.parse(readFileSync(join(migrationsFolder, 'meta', path), 'utf8'));

const { entries }: Journal = readJson('_journal.json');
const released = entries.findIndex(({ tag }) => tag.replace(/^\d+_/, '') === release.lastMigration);
const { tables }: Snapshot = readJson(`${String(released).padStart(4, '0')}_snapshot.json`);

const isKnown = (table = '', column?: string): boolean => {
  const columns = tables[`public.${table}`]?.columns;
  return columns !== undefined && (column === undefined || column in columns);
};

type Kind = { is: RegExp; suits: (match: RegExpMatchArray) => boolean };

/** The kinds of statements that exist. A statement of another kind does not suit the release. */
const kinds: Kind[] = [
  { is: /^CREATE TABLE|^CREATE INDEX|^UPDATE|^INSERT/i, suits: () => true },
  {
    is: /^CREATE UNIQUE INDEX "\w+" ON "(\w+)" (?:USING btree )?\(([^)]*)\)/i,
    // The release leaves a column null that it does not know, and null is unique.
    suits: ([, table, columns = '']) =>
      !isKnown(table) ||
      columns.split(',').some((column) => !isKnown(table, column.replaceAll('"', '').trim())),
  },
  { is: /^DROP TABLE "(\w+)"/i, suits: ([, table]) => !isKnown(table) },
  {
    is: /^ALTER TABLE "(\w+)" DROP COLUMN (?:IF EXISTS )?"(\w+)"/i,
    suits: ([, table, column]) => !isKnown(table, column),
  },
  {
    is: /^ALTER TABLE "(\w+)" ADD COLUMN (.*)/i,
    suits: ([, table, column = '']) =>
      !isKnown(table) || !/NOT NULL/i.test(column) || /DEFAULT/i.test(column),
  },
  { is: /^ALTER TABLE "(\w+)"/i, suits: ([, table]) => !isKnown(table) },
];

/** Whether the code of the release works before and after the statement, as during a deployment and after a rollback. */
const suitsRelease = (statement: string): boolean => {
  for (const { is, suits } of kinds) {
    const match = statement.trim().match(is);
    if (match) return suits(match);
  }
  return false;
};

describe('the migrations since the release', () => {
  test('suit the code of the release', () => {
    const since = readMigrations().slice(released + 1);
    const breaking = since.flatMap(({ sql }) => sql).filter((statement) => !suitsRelease(statement));

    expect(breaking).toEqual([]);
  });

  test('follow the newest release of the changelog', () => {
    const changelog = readFileSync(join(migrationsFolder, '../../../CHANGELOG.md'), 'utf8');

    expect(changelog.match(/^## (\d+\.\d+\.\d+)/m)?.[1]).toBe(release.version);
  });
});

describe('a statement that the code of the release does not survive', () => {
  test.each([
    'ALTER TABLE "users" DROP COLUMN "name"',
    'ALTER TABLE "users" RENAME COLUMN "name" TO "display_name"',
    'ALTER TABLE "users" ALTER COLUMN "name" SET DATA TYPE integer',
    'ALTER TABLE "users" ALTER COLUMN "locked_at" SET NOT NULL',
    'ALTER TABLE "users" ADD COLUMN "plan" text NOT NULL',
    'ALTER TABLE "users" ADD CONSTRAINT "users_email" UNIQUE("email")',
    'CREATE UNIQUE INDEX "users_email" ON "users" ("email")',
    'DROP TABLE "grants"',
    'TRUNCATE "users"',
  ])('%s', (statement) => {
    expect(suitsRelease(statement)).toBe(false);
  });
});

describe('a statement that it survives', () => {
  test.each([
    'ALTER TABLE "users" DROP COLUMN "unknown_to_the_release"',
    'ALTER TABLE "users" ADD COLUMN "plan" text',
    'ALTER TABLE "users" ADD COLUMN "plan" text DEFAULT \'free\' NOT NULL',
    'CREATE UNIQUE INDEX "folders_name" ON "folders" ("name")',
    'CREATE UNIQUE INDEX "users_handle" ON "users" USING btree ("handle")',
    'DROP TABLE "folders"',
  ])('%s', (statement) => {
    expect(suitsRelease(statement)).toBe(true);
  });
});
