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
  /** For commands that read whole tables: statements have no time limit. */
  isPatient?: boolean;
  onStatement?: WatchStatement;
};

// Each engine imports its own driver, and a process needs only one.
const open = async (
  { dsql, databaseUrl, pgliteDirectory, isPatient = false, onStatement }: DatabaseSettings,
  logger: Logger,
) => {
  const patience = { query_timeout: 0 };
  if (dsql !== undefined) {
    const { connectDsql } = await import('./dsql/connect-dsql.ts');
    const { openPostgres } = await import('./open-postgres.ts');
    return openPostgres({ ...connectDsql(dsql), ...(isPatient && patience) }, logger, onStatement);
  }
  if (databaseUrl !== undefined) {
    const { openPostgres, serverSettings } = await import('./open-postgres.ts');
    const limits = isPatient ? patience : serverSettings;
    return openPostgres({ connectionString: databaseUrl, ...limits }, logger, onStatement);
  }
  const { openPglite } = await import('./open-pglite.ts');
  return await openPglite(pgliteDirectory, onStatement);
};

export const openDatabase = async (settings: DatabaseSettings, logger: Logger): Promise<Database> => {
  const { migrate, ...database } = await open(settings, logger);
  if (settings.migrateOnStart) await migrate(migrationsFolder);
  return database;
};
