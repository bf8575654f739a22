import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Client, type ClientConfig } from 'pg';

// Any number that no other program takes for a lock in this database.
const migrationLock = 5_341_872;

/** On a connection of its own: an index on a large table takes longer than a request may, and one process makes it. */
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
    // Ends the lock, too.
    await client.end();
  }
};
