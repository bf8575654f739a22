import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const project = (name: string, include: string[]) => ({
  // The timeout only ends a hanging test; nothing is judged by how long it takes.
  test: { name, include, testTimeout: 120_000, hookTimeout: 120_000 },
});

type ApiProject = { env?: Record<string, string>; include: string[]; exclude?: string[] };

/** The suite of the API, in one of the ways in which the API is run. */
const apiProject = (name: string, { env = {}, include, exclude = [] }: ApiProject) => {
  const { test } = project(name, include);
  return { test: { ...test, env, exclude, globalSetup: ['apps/api/test/support/provide-postgres.ts'] } };
};

const apiTests = (...names: string[]) => names.map((name) => `apps/api/test/${name}.test.ts`);

const postgres = { TEST_DATABASE: 'postgres' };

export default defineConfig({
  test: {
    // Vitest would leave one core of two idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      project('unit', ['{apps,packages}/*/src/**/*.test.{ts,tsx}']),
      project('local-s3', ['packages/local-s3/test/**/*.test.ts']),
      project('local-cognito', ['packages/local-cognito/test/**/*.test.ts']),
      project('local-gateway', ['packages/local-gateway/test/**/*.test.ts']),
      apiProject('api', { include: apiTests('*') }),
      apiProject('api-http', {
        env: { ...postgres, TEST_FRONT: 'http' },
        include: apiTests('*'),
        // About main.ts, and about keys that the API fetches itself: no gateway takes part in them.
        exclude: apiTests('process', 'key-outages'),
      }),
      apiProject('api-rest', {
        env: { ...postgres, TEST_FRONT: 'rest' },
        include: apiTests('authentication', 'authorisation', 'bad-input'),
      }),
      apiProject('api-postgres', { env: postgres, include: apiTests('postgres/*') }),
      project('web', ['apps/web/test/**/*.test.{ts,tsx}']),
    ],
  },
});
