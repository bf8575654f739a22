import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { Database, WatchStatement } from './database.ts';
import { lockFolder } from './folder-lock.ts';
import { retryTransaction } from './retry-transaction.ts';

// PostgreSQL initializes every buffer on start: the default of 128 MB takes half of PGlite's start time, and the
// operating system caches the files anyway.
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];

const isInMemory = (directory: string): boolean => directory.startsWith('memory://');

/** Opens PostgreSQL compiled to WebAssembly, in this process, with a single connection. */
export const openPglite = async (directory: string, onStatement?: WatchStatement) => {
  const unlock = isInMemory(directory) ? undefined : await lock(directory);
  const client = await PGlite.create(directory, { startParams });
  const queries = drizzle({ client, ...(onStatement && { logger: { logQuery: onStatement } }) });
  return {
    queries,
    transaction: (work) => retryTransaction(() => queries.transaction(work)),
    migrate: (migrationsFolder: string) => migrate(queries, { migrationsFolder }),
    close: async () => {
      await client.close();
      unlock?.();
    },
  } satisfies Database & { migrate: unknown };
};

const lock = async (directory: string) => {
  await mkdir(dirname(directory), { recursive: true });
  return await lockFolder(directory);
};
