import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

type ProjectOptions = { isolate?: boolean; fileParallelism?: boolean; globalSetup?: string };

const project = (name: string, include: string[], options: ProjectOptions = {}) => ({
  // The timeout only ends a hanging test; nothing is judged by how long it takes.
  test: { name, include, testTimeout: 120_000, hookTimeout: 120_000, ...options },
});

export default defineConfig({
  test: {
    // Vitest would leave one core of two idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      project('unit', ['{apps,packages}/*/src/**/*.test.{ts,tsx}']),
      project('local-s3', ['packages/local-s3/test/**/*.test.ts']),
      project('local-cognito', ['packages/local-cognito/test/*.test.ts']),
      project('local-cognito-browser', ['packages/local-cognito/test/browser/*.test.ts'], {
        globalSetup: 'packages/local-cognito/test/browser/support/global-setup.ts',
      }),
      project('api', ['apps/api/test/**/*.test.ts']),
      // One worker for all of them: loading the CDK takes longer than its tests.
      project('infra', ['infra/test/**/*.test.ts'], { isolate: false, fileParallelism: false }),
      project('web', ['apps/web/test/**/*.test.{ts,tsx}']),
    ],
  },
});
