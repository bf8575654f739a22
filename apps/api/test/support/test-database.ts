import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of a server on which this run may create databases; undefined means PGlite. */
    postgresUrl: string | undefined;
  }
}

const run = async (url: string, statement: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

/** Opens an empty database of the caller's own: on the run's PostgreSQL if it has one, else in memory. */
export const createTestDatabase = async () => {
  const serverUrl = inject('postgresUrl');
  if (serverUrl === undefined) return { databaseUrl: undefined, drop: () => Promise.resolve() };
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await run(serverUrl, `create database ${name}`);
  if (process.env.TEST_ISOLATION !== undefined) {
    const isolation = process.env.TEST_ISOLATION;
    await run(serverUrl, `alter database ${name} set default_transaction_isolation to '${isolation}'`);
  }
  const url = new URL(serverUrl);
  url.pathname = name;
  return {
    databaseUrl: url.href,
    drop: () => run(serverUrl, `drop database ${name} with (force)`),
  };
};
