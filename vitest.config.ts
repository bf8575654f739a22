import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Tests bring what they need; the AWS account or the database of the shell must be out of their reach.
for (const name of Object.keys(process.env)) {
  if (/^AWS_|^DATABASE_URL$/.test(name)) Reflect.deleteProperty(process.env, name);
}
process.env.NODE_ENV = 'test';

const project = (name: string, include: string[], globalSetup: string[] = []) => ({
  // The timeout only ends a hanging test; nothing is judged by how long it takes.
  test: { name, include, globalSetup, testTimeout: 120_000, hookTimeout: 120_000 },
});

export default defineConfig({
  test: {
    // Vitest would leave one core of two idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      project('unit', ['{apps,packages}/*/src/**/*.test.{ts,tsx}']),
      project('local-s3', ['packages/local-s3/test/**/*.test.ts']),
      project('local-cognito', ['packages/local-cognito/test/**/*.test.ts']),
      project('api', ['apps/api/test/**/*.test.ts'], ['apps/api/test/support/database-template.ts']),
      project('scripts', ['scripts/**/*.test.ts']),
      project('web', ['apps/web/test/**/*.test.{ts,tsx}']),
    ],
  },
});
