import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '#db/open-database.ts';
import { createLogger } from '#http/logger.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseTemplate: string;
  }
}

/** Creates the empty database once: PGlite's initdb takes seconds, a copy of its folder does not. */
export const setup = async (project: TestProject) => {
  const folder = await mkdtemp(join(tmpdir(), 'share-my-files-template-'));
  const pgliteDirectory = join(folder, 'db');
  const settings = { databaseUrl: undefined, dsql: undefined, pgliteDirectory, migrateOnStart: true };
  const database = await openDatabase(settings, createLogger('silent'));
  await database.close();
  project.provide('databaseTemplate', pgliteDirectory);
  return () => rm(folder, { recursive: true, force: true });
};

/** An empty database with the schema, in a folder that does not exist yet. */
export const copyDatabaseTemplate = async (directory: string): Promise<string> => {
  await cp(inject('databaseTemplate'), directory, { recursive: true });
  return directory;
};
