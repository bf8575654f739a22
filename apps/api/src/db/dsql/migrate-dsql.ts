import { setTimeout as delay } from 'node:timers/promises';
import type { MigrationMeta } from 'drizzle-orm/migrator';
import { sqlStateOf } from '#db/sql-state.ts';
import { adaptStatement } from './adapt-statement.ts';
import { retryForAMinute } from './retry-for-a-minute.ts';

/** Subset of a node-postgres client; each query is its own transaction. */
export type Client = {
  query: (text: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;
};

type Step = { migration: number; position: number; statement: string };

// duplicate_column, duplicate_object, and duplicate_table, which includes indexes.
const duplicateStates = new Set(['42701', '42710', '42P07']);

// undefined_column: only a column that is dropped may be missing already.
const undefinedColumn = '42703';

const isDone = (statement: string, state: string): boolean =>
  duplicateStates.has(state) || (state === undefinedColumn && / DROP COLUMN /i.test(statement));

const isDefinition = (statement: string): boolean => /^(CREATE|ALTER|DROP)\b/i.test(statement);

const createJournal = `create table if not exists dsql_migrations (
  migration bigint, position integer, primary key (migration, position))`;

const record = `insert into dsql_migrations (migration, position) values ($1, $2)`;

const listSteps = (migrations: MigrationMeta[]): Step[] =>
  migrations.flatMap(({ folderMillis, sql }) =>
    sql.map((statement, position) => ({
      migration: folderMillis,
      position,
      statement: adaptStatement(statement),
    })),
  );

const findPending = async (client: Client, steps: Step[]): Promise<Step[]> => {
  const { rows } = await client.query('select migration, position from dsql_migrations');
  const done = new Set(rows.map(({ migration, position }) => `${migration}/${position}`));
  return steps.filter(({ migration, position }) => !done.has(`${migration}/${position}`));
};

const nameOfIndex = (statement: string): string | undefined =>
  /^CREATE (?:UNIQUE )?INDEX ASYNC (?:IF NOT EXISTS )?"([^"]+)"/i.exec(statement)?.[1];

/** Until an index is valid, no query uses it and a unique index does not reject duplicates. */
const waitForIndex = async (client: Client, name: string, signal: AbortSignal): Promise<void> => {
  const isValid = `select 1 from pg_index where indexrelid = to_regclass($1) and indisvalid`;
  const find = () => client.query(isValid, [`"${name}"`]);
  while ((await retryForAMinute(find)).rows.length === 0) {
    await delay(500, undefined, { signal });
  }
};

const define = async (client: Client, { statement }: Step, mayExist: boolean, signal: AbortSignal) => {
  try {
    await retryForAMinute(() => client.query(statement));
  } catch (error) {
    if (!mayExist || !isDone(statement, sqlStateOf(error) ?? '')) throw error;
  }
  const index = nameOfIndex(statement);
  if (index !== undefined) await waitForIndex(client, index, signal);
};

const change = async (client: Client, { migration, position, statement }: Step): Promise<void> => {
  await client.query('begin');
  try {
    await client.query(statement);
    await client.query(record, [migration, position]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
};

/**
 * Migrates a cluster. drizzle's own migrator puts several DDL statements into one transaction, which Aurora DSQL
 * rejects; here each statement is a transaction, followed by a row in `dsql_migrations`. Can be interrupted and run
 * again: at most the first pending statement has been executed without being recorded.
 */
export const migrateDsql = async (
  client: Client,
  migrations: MigrationMeta[],
  signal: AbortSignal,
): Promise<void> => {
  await retryForAMinute(() => client.query(createJournal));
  const steps = await retryForAMinute(() => findPending(client, listSteps(migrations)));
  for (const [index, step] of steps.entries()) {
    if (isDefinition(step.statement)) {
      await define(client, step, index === 0, signal);
      await retryForAMinute(() => client.query(record, [step.migration, step.position]));
    } else {
      await retryForAMinute(() => change(client, step));
    }
  }
};
