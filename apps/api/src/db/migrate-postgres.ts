import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Client, type ClientConfig } from 'pg';

// Arbitrary key that no other program locks in this database.
const migrationLock = 5_341_872;

/** Migrates on its own connection without time-outs: building an index on a large table outlasts a request. */
export const migratePostgres = async (connection: ClientConfig, migrationsFolder: string): Promise<void> => {
  const client = new Client({
    ...connection,
    query_timeout: 0,
    statement_timeout: 0,
    idle_in_transaction_session_timeout: 0,
  });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await migrate(drizzle({ client }), { migrationsFolder });
  } finally {
    // Also releases the lock.
    await client.end();
  }
};
