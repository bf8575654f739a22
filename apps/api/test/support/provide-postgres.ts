import type { TestProject } from 'vitest/node';
import { startPostgres } from './start-postgres.ts';

/** Starts one PostgreSQL for all files of a run, if the run asks for one. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  if (project.config.env?.TEST_DATABASE !== 'postgres') return () => Promise.resolve();
  const postgres = await startPostgres();
  project.provide('postgresUrl', postgres.url);
  return postgres.stop;
};
