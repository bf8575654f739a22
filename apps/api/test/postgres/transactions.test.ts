import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database, Executor } from '#db/database.ts';
import { isDatabaseUnavailable } from '#db/is-database-unavailable.ts';
import { openPostgres } from '#db/open-postgres.ts';
import { type Router, startRouter } from '../support/start-router.ts';
import { createTestDatabase } from '../support/test-database.ts';

// Two tests wait for it; all others have to be faster, on a busy machine too.
const timeoutMillis = 3_000;

let router: Router;
let database: Database;
let drop: () => Promise<void>;

beforeEach(async () => {
  const created = await createTestDatabase();
  if (created.databaseUrl === undefined) throw new Error('This test needs PostgreSQL.');
  router = await startRouter(new URL(created.databaseUrl));
  // One connection, so that each transaction uses the connection of the previous one.
  const connection = {
    connectionString: router.url,
    max: 1,
    query_timeout: timeoutMillis,
    connectionTimeoutMillis: timeoutMillis,
  };
  database = openPostgres(connection, pino({ level: 'silent' }));
  drop = created.drop;
  await database.transaction((tx) => tx.execute(sql`create table notes (note text)`));
});

afterEach(async () => {
  await router.close();
  await database.close();
  await drop();
});

const write = (tx: Executor, note: string) => tx.execute(sql`insert into notes values (${note})`);

const readNotes = async () => {
  const { rows } = (await database.queries.execute(sql`select note from notes`)) as unknown as {
    rows: { note: string }[];
  };
  return rows.map(({ note }) => note);
};

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a transaction', () => {
  test('that fails is rolled back, and throws its own error', async () => {
    const defect = new Error('A defect.');

    const failure = await failureOf(
      database.transaction(async (tx) => {
        await write(tx, 'of the failed one');
        throw defect;
      }),
    );

    expect(failure).toBe(defect);
    expect(await readNotes()).toEqual([]);
    expect(router.connectionCount()).toBe(1);
  });

  test('interrupted by the network is not committed by the next one', async () => {
    const failure = await failureOf(
      database.transaction(async (tx) => {
        await write(tx, 'of the stopped one');
        router.stall();
        await write(tx, 'another');
      }),
    );
    router.resume();

    await database.transaction((tx) => write(tx, 'of the next one'));

    expect(isDatabaseUnavailable(failure)).toBe(true);
    expect(await readNotes()).toEqual(['of the next one']);
  });

  test('that fails to begin releases its connection', async () => {
    router.stall();
    expect(await failureOf(database.transaction((tx) => write(tx, 'of the first')))).toBeDefined();
    router.resume();

    await database.transaction((tx) => write(tx, 'of the next one'));

    expect(await readNotes()).toEqual(['of the next one']);
  });

  test('whose connection the server closes fails alone, and the process continues', async () => {
    const failure = await failureOf(
      database.transaction(async (tx) => {
        await write(tx, 'of the ended one');
        await tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`);
      }),
    );

    await database.transaction((tx) => write(tx, 'of the next one'));

    expect(isDatabaseUnavailable(failure)).toBe(true);
    expect(await readNotes()).toEqual(['of the next one']);
  });
});
