import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const project = (name: string, include: string[]) => ({
  // The timeout only ends a hanging test; nothing is judged by how long it takes.
  test: { name, include, testTimeout: 120_000, hookTimeout: 120_000 },
});

export default defineConfig({
  test: {
    // Vitest would leave one core of two idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      project('unit', ['{apps,packages}/*/src/**/*.test.{ts,tsx}']),
      project('local-s3', ['packages/local-s3/test/**/*.test.ts']),
      project('local-cognito', ['packages/local-cognito/test/**/*.test.ts']),
      project('api', ['apps/api/test/**/*.test.ts']),
      {
        test: {
          ...project('scripts', ['scripts/**/*.test.ts']).test,
          // Bundled, since Node refuses to load its JSON files for want of an import attribute.
          deps: { optimizer: { ssr: { enabled: true, include: ['@actions/workflow-parser'] } } },
        },
      },
      project('web', ['apps/web/test/**/*.test.{ts,tsx}']),
    ],
  },
});
