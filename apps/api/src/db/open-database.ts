import type { Logger } from 'pino';
import type { Database, WatchStatement } from './database.ts';
import type { DsqlSettings } from './dsql/connect-dsql.ts';
import { migrationsFolder } from './migrations-folder.ts';

/** An Aurora DSQL cluster, a PostgreSQL server, or otherwise the embedded PostgreSQL in `pgliteDirectory`. */
type DatabaseSettings = {
  dsql: DsqlSettings | undefined;
  databaseUrl: string | undefined;
  pgliteDirectory: string;
  migrateOnStart: boolean;
  onStatement?: WatchStatement;
};

// Each engine imports its own driver, and a process needs only one.
const open = async (
  { dsql, databaseUrl, pgliteDirectory, onStatement }: DatabaseSettings,
  logger: Logger,
) => {
  if (dsql !== undefined) {
    const { connectDsql } = await import('./dsql/connect-dsql.ts');
    const { openPostgres } = await import('./open-postgres.ts');
    return openPostgres(connectDsql(dsql), logger, onStatement);
  }
  if (databaseUrl !== undefined) {
    const { openPostgres, serverLimits } = await import('./open-postgres.ts');
    return openPostgres({ connectionString: databaseUrl, ...serverLimits }, logger, onStatement);
  }
  const { openPglite } = await import('./open-pglite.ts');
  return await openPglite(pgliteDirectory, onStatement);
};

export const openDatabase = async (settings: DatabaseSettings, logger: Logger): Promise<Database> => {
  const { migrate, ...database } = await open(settings, logger);
  if (settings.migrateOnStart) await migrate(migrationsFolder);
  return database;
};
