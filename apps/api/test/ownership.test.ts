import { globSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { roles } from '@share-my-files/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database, Executor } from '#db/database.ts';
import type { Actor } from '#db/item-access.ts';
import { openDatabase } from '#db/open-database.ts';
import { createLogger } from '#http/logger.ts';
import { copyDatabaseTemplate } from './support/database-template.ts';
import { insertOwnedRows, type OwnedRows, readOwnedRows } from './support/owned-rows.ts';
import { ownershipCases } from './support/ownership-cases.ts';
import { createTestDatabase } from './support/test-database.ts';

const source = join(import.meta.dirname, '../src');

// These act for the system or for the holder of a secret; their names show it.
const actsForNoUser = /^(system-.*|link-secret)-repository\.ts$/;

// The base of other queries, and statements about an item that the same transaction has authorized.
const takeNoUser = ['selectUploads', 'lockItem', 'insertUpload', 'upsertGrant', 'insertLink', 'insertFolder'];

const repositories = globSync('*/*-repository.ts', { cwd: source }).filter(
  (file) => !actsForNoUser.test(basename(file)),
);

let folder: string;
let database: Database;
let drop: () => Promise<void>;
let rows: OwnedRows;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'share-my-files-ownership-'));
  const created = await createTestDatabase();
  drop = created.drop;
  const settings = {
    dsql: undefined,
    databaseUrl: created.databaseUrl,
    pgliteDirectory:
      created.databaseUrl === undefined ? await copyDatabaseTemplate(join(folder, 'db')) : 'memory://',
    migrateOnStart: true,
  };
  database = await openDatabase(settings, createLogger('silent'));
  rows = await database.transaction(insertOwnedRows);
});

afterAll(async () => {
  await database.close();
  await drop();
  await rm(folder, { recursive: true, force: true });
});

class Rollback extends Error {}

/** Runs a query as a user and undoes it; resolves to its result and to the owner's rows afterwards. */
const tryQuery = async (query: (tx: Executor, actor: Actor) => Promise<unknown>, userId: string) => {
  let outcome: { result: unknown; owned: unknown } | undefined;
  await database
    .transaction(async (tx) => {
      const result = await query(tx, { userId, roles });
      outcome = { result, owned: await readOwnedRows(tx, rows.ownerId) };
      throw new Rollback();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Rollback)) throw error;
    });
  return outcome;
};

const isNothing = (result: unknown): boolean =>
  [undefined, false, 0].some((nothing) => result === nothing) ||
  (Array.isArray(result) && result.length === 0);

describe.each(repositories)('%s', (file) => {
  const cases = Object.entries(ownershipCases[file] ?? {});

  test('has a case for each exported query that takes a user', async () => {
    const exported = Object.entries<unknown>(await import(join(source, file)));
    const queries = exported.flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));

    expect(cases.map(([name]) => name).sort()).toEqual(
      queries.filter((name) => !takeNoUser.includes(name)).sort(),
    );
  });

  test.each(cases)('%s returns and changes nothing of another user', async (_name, { query, isOwn }) => {
    const before = await database.transaction((tx) => readOwnedRows(tx, rows.ownerId));

    const stranger = await tryQuery((tx, actor) => query(tx, actor, rows), rows.strangerId);

    expect(stranger?.owned).toEqual(before);
    expect(JSON.stringify(stranger?.result ?? null)).not.toContain(rows.ownerId);
    if (!isOwn) expect(stranger?.result).toSatisfy(isNothing);
  });

  test.each(cases)('%s returns or changes something for the owner', async (_name, { query }) => {
    const before = await database.transaction((tx) => readOwnedRows(tx, rows.ownerId));

    const owner = await tryQuery((tx, actor) => query(tx, actor, rows), rows.ownerId);

    const hasChanged = JSON.stringify(owner?.owned) !== JSON.stringify(before);
    expect(hasChanged || !isNothing(owner?.result)).toBe(true);
  });
});
