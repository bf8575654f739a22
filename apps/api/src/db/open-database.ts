import type { Logger } from 'pino';
import type { Database, WatchStatement } from './database.ts';
import { connectDsql, type DsqlSettings } from './dsql/connect-dsql.ts';
import { migrationsFolder } from './migrations-folder.ts';
import { openPostgres, serverLimits } from './open-postgres.ts';

/** A cluster of Aurora DSQL, or a server, or else the embedded PostgreSQL in `pgliteDirectory`. */
type DatabaseSettings = {
  dsql: DsqlSettings | undefined;
  databaseUrl: string | undefined;
  pgliteDirectory: string;
  migrateOnStart: boolean;
  /** Told of every statement, without its values. */
  onStatement?: WatchStatement;
};

const open = async (
  { dsql, databaseUrl, pgliteDirectory, onStatement }: DatabaseSettings,
  logger: Logger,
) => {
  if (dsql !== undefined) return openPostgres(connectDsql(dsql), logger, onStatement);
  if (databaseUrl !== undefined) {
    return openPostgres({ connectionString: databaseUrl, ...serverLimits }, logger, onStatement);
  }
  // Loaded only where it is used: it is larger than all the rest together.
  const { openPglite } = await import('./open-pglite.ts');
  return await openPglite(pgliteDirectory, onStatement);
};

export const openDatabase = async (settings: DatabaseSettings, logger: Logger): Promise<Database> => {
  const { migrate, ...database } = await open(settings, logger);
  if (settings.migrateOnStart) await migrate(migrationsFolder);
  return database;
};
