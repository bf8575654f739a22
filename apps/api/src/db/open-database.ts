import type { Logger } from 'pino';
import type { Database, WatchStatement } from './database.ts';
import type { DsqlSettings } from './dsql/connect-dsql.ts';
import { migrationsFolder } from './migrations-folder.ts';

/** A cluster of Aurora DSQL, or a server, or else the embedded PostgreSQL in `pgliteDirectory`. */
type DatabaseSettings = {
  dsql: DsqlSettings | undefined;
  databaseUrl: string | undefined;
  pgliteDirectory: string;
  migrateOnStart: boolean;
  /** Told of every statement, without its values. */
  onStatement?: WatchStatement;
};

// Each loads its own driver, and a process needs but one of them.
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
