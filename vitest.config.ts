import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const project = (name: string, include: string[]) => ({
  // The timeout only ends a hanging test; nothing is judged by how long it takes.
  test: { name, include, testTimeout: 120_000, hookTimeout: 120_000 },
});

/** The API as main.ts serves it on PGlite is the yardstick; the others run the same files in other ways. */
const apiProject = (name: string, env: Record<string, string>, include: string[], exclude: string[] = []) => {
  const { test } = project(name, include);
  return { test: { ...test, env, exclude, globalSetup: ['apps/api/test/support/provide-postgres.ts'] } };
};

const apiTests = (name: string) => `apps/api/test/${name}.test.ts`;

export default defineConfig({
  test: {
    // Vitest would leave one core of two idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      project('unit', ['{apps,packages}/*/src/**/*.test.{ts,tsx}']),
      project('local-s3', ['packages/local-s3/test/**/*.test.ts']),
      project('local-cognito', ['packages/local-cognito/test/**/*.test.ts']),
      project('local-gateway', ['packages/local-gateway/test/**/*.test.ts']),
      apiProject('api', {}, [apiTests('*')]),
      apiProject(
        'api-http',
        { TEST_FRONT: 'http', TEST_DATABASE: 'postgres' },
        [apiTests('*')],
        [
          // These are about main.ts, bundles and keys that only the API itself fetches: no gateway is in the way.
          ...['process', 'bundles', 'key-outages'].map(apiTests),
        ],
      ),
      apiProject('api-rest', { TEST_FRONT: 'rest', TEST_DATABASE: 'postgres' }, [
        ...['authentication', 'authorisation', 'bad-input', 'gateway'].map(apiTests),
      ]),
      project('web', ['apps/web/test/**/*.test.{ts,tsx}']),
    ],
  },
});
