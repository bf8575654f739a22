import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Tests bring what they need; the AWS account or the database of the shell must be out of their reach.
for (const name of Object.keys(process.env)) {
  if (/^AWS_|^DATABASE_URL$/.test(name)) Reflect.deleteProperty(process.env, name);
}
process.env.NODE_ENV = 'test';

/** Begins with the file that takes as long as many others together, so that the others run beside it. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean =>
      moduleId.endsWith('/forking/recipes.test.ts');
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

type ProjectOptions = {
  isolate?: boolean;
  fileParallelism?: boolean;
  sequence?: { groupOrder: number };
  globalSetup?: string[];
  setupFiles?: string[];
  env?: Record<string, string>;
  exclude?: string[];
  server?: { deps: { inline: string[] } };
};

const project = (name: string, include: string[], options: ProjectOptions = {}) => ({
  test: {
    name,
    include,
    // These only end a hanging test; nothing is judged by how long it takes.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    ...options,
  },
});

/** The suite of the API, in one of the ways in which the API is run. */
const apiProject = (name: string, include: string[], options: ProjectOptions = {}) =>
  project(name, include, {
    ...options,
    isolate: false,
    globalSetup: ['apps/api/test/support/database-template.ts', 'apps/api/test/support/provide-postgres.ts'],
  });

const apiTests = (...names: string[]) => names.map((name) => `apps/api/test/${name}.test.ts`);

const postgres = { TEST_DATABASE: 'postgres' };

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // Vitest would leave one core of two idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      project('unit', ['{apps,packages}/*/src/**/*.test.{ts,tsx}'], { isolate: false }),
      project('local-s3', ['packages/local-s3/test/**/*.test.ts'], { isolate: false }),
      project('local-cognito', ['packages/local-cognito/test/*.test.ts'], {
        isolate: false,
        exclude: ['packages/local-cognito/test/auto-sign-in*.test.ts'],
      }),
      // Amplify drops a second autoSignIn of one process within 300 ms: each of these files has its own.
      project('local-cognito-auto-sign-in', ['packages/local-cognito/test/auto-sign-in*.test.ts']),
      project('local-cognito-browser', ['packages/local-cognito/test/browser/*.test.ts'], {
        globalSetup: ['packages/local-cognito/test/browser/support/global-setup.ts'],
      }),
      project('local-gateway', ['packages/local-gateway/test/**/*.test.ts'], { isolate: false }),
      apiProject('api', apiTests('*')),
      apiProject('api-http', apiTests('*'), {
        env: { ...postgres, TEST_FRONT: 'http' },
        // About main.ts, keys that the API fetches itself, the pool, SQL, and a command: no gateway takes part in them. The
        // access matrix, the longest of all, meets PostgreSQL and a gateway below.
        exclude: apiTests(
          'process',
          'key-outages',
          'account-walks',
          'operation-costs',
          'invariants',
          'authorisation',
        ),
      }),
      apiProject(
        'api-rest',
        apiTests('authentication', 'authorisation', 'bad-input', 'recovery-codes', 'sessions', 'step-up'),
        {
          env: { ...postgres, TEST_FRONT: 'rest' },
        },
      ),
      apiProject('api-postgres', apiTests('postgres/*'), { env: postgres }),
      // As Aurora DSQL isolates: whoever loses a race has to try again.
      apiProject('api-snapshots', apiTests('races', 'links', 'limits'), {
        env: { ...postgres, TEST_ISOLATION: 'repeatable read' },
      }),
      // One worker for all of them: loading the CDK takes longer than its tests.
      project('infra', ['infra/test/**/*.test.ts'], {
        globalSetup: ['infra/test/support/cloud-assemblies.ts'],
        isolate: false,
        fileParallelism: false,
        // Projects with another number of workers need a turn of their own.
        sequence: { groupOrder: 1 },
      }),
      {
        // Where the package that is bundled below is found.
        root: 'scripts',
        test: {
          ...project('scripts', ['**/*.test.ts']).test,
          // Bundled, since Node refuses to load its JSON files for want of an import attribute.
          deps: { optimizer: { ssr: { enabled: true, include: ['@actions/workflow-parser'] } } },
        },
      },
      project('web', ['apps/web/test/**/*.test.{ts,tsx}'], {
        globalSetup: ['apps/web/test/support/start-servers.ts'],
        setupFiles: ['apps/web/test/support/set-timeout.ts'],
        // Node would load its script for browsers, which exports nothing.
        server: { deps: { inline: ['@panzoom/panzoom'] } },
      }),
    ],
  },
});
