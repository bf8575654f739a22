import { resolve } from 'node:path';
import type { Logger } from 'pino';
import type { Database } from './database.ts';
import { openPglite } from './open-pglite.ts';
import { openPostgres } from './open-postgres.ts';

const migrationsFolder = resolve(import.meta.dirname, '../../migrations');

/** A server if there is a URL, else the embedded PostgreSQL in `pgliteDirectory`. */
type DatabaseSettings = {
  databaseUrl: string | undefined;
  pgliteDirectory: string;
  migrateOnStart: boolean;
};

export const openDatabase = async (settings: DatabaseSettings, logger: Logger): Promise<Database> => {
  const { migrate, ...database } =
    settings.databaseUrl === undefined
      ? await openPglite(settings.pgliteDirectory)
      : openPostgres(settings.databaseUrl, logger);
  if (settings.migrateOnStart) await migrate(migrationsFolder);
  return database;
};
