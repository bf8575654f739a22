import { type Options, parseOptions } from './command-line/options.ts';
import { pnpm } from './command-line/pnpm-command.ts';
import { runScript } from './command-line/run-script.ts';
import { usageOf } from './command-line/usage.ts';
import { chromiumIsMissing, provideChromium } from './test/chromium.ts';
import { postgresIsMissing, providePostgres } from './test/postgres.ts';
import { type Result, readPlaywrightReport, readVitestReport } from './test/reports.ts';
import { fail, runCheck, runCounted } from './test/stage.ts';

const runVitest = (...projects: string[]): Promise<Result> =>
  runCounted(
    (report) => ({
      command: 'vitest',
      args: [
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...projects.flatMap((project) => ['--project', project]),
      ],
    }),
    readVitestReport,
  );

const runVitestWithPostgres = async (...projects: string[]): Promise<Result> => {
  if (!providePostgres()) return fail(postgresIsMissing);
  return runVitest(...projects);
};

const runPlaywright = async (stories: string[] = [], env: Record<string, string> = {}): Promise<Result> => {
  const chromium = provideChromium();
  if (chromium === undefined) return fail(chromiumIsMissing);
  return runCounted(
    (report) => ({
      command: 'pnpm',
      args: [
        ...['--filter', '@share-my-files/e2e', 'exec', 'playwright', 'test', '--reporter=list,json'],
        ...stories,
      ],
      env: { ...env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    }),
    readPlaywrightReport,
  );
};

/** All checks, cheapest first. */
const stages = new Map<string, () => Promise<Result>>(
  Object.entries({
    types: () => runCheck('pnpm', ['typecheck']),
    lint: () => runCheck('biome', ['check', '--error-on-warnings', '.']),
    unused: () => runCheck('knip', ['--no-progress', '--treat-config-hints-as-errors']),
    unit: () => runVitest('unit'),
    build: () => runCheck('pnpm', ['build']),
    scripts: () => runVitest('scripts'),
    'local-aws': () =>
      runVitest(
        'local-s3',
        'local-cognito',
        'local-cognito-auto-sign-in',
        'local-cognito-browser',
        'local-gateway',
      ),
    api: () => runVitest('api'),
    'api-gateway': () => runVitestWithPostgres('api-http', 'api-rest', 'api-postgres', 'api-snapshots'),
    infra: () => runVitest('infra'),
    web: () => runVitest('web'),
    e2e: () => runPlaywright(),
    'e2e-gateway': () => runPlaywright(['sharing'], { E2E_GATEWAY: 'http' }),
  }),
);

const stageNames = [...stages.keys()].join(',');

/** Resolves all names before any stage runs, so that a typo in the last one fails immediately. */
const readStages = (names: string[]) =>
  names.map((name) => {
    const run = stages.get(name);
    if (run === undefined) throw new Error(`No stage "${name}"; there are ${stageNames}.`);
    return { name, run };
  });

const options = {
  only: { type: 'string', placeholder: 'STAGE,...', default: stageNames, description: 'Stages to run' },
} as const satisfies Options;

const usage = usageOf({
  name: `${pnpm} test`,
  summary: 'Runs all stages or the named ones, and counts passed and failed tests.',
  options,
});

const main = async (args: string[]): Promise<void> => {
  const { only } = parseOptions(options, args);
  const total: Result = { passed: 0, failed: [] };
  for (const { name, run } of readStages(only.split(','))) {
    process.stdout.write(`\n${name}\n`);
    const startedAt = performance.now();
    const result = await run();
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    process.stdout.write(`${name}: ${result.passed} passed, ${result.failed.length} failed, ${seconds} s\n`);
    total.passed += result.passed;
    total.failed.push(...result.failed.map((title) => `${name}: ${title}`));
  }
  process.exitCode = total.failed.length === 0 ? 0 : 1;
  const failures = total.failed.map((failure) => `failed in ${failure}\n`);
  process.stdout.write(`\n${failures.join('')}${total.passed} passed, ${total.failed.length} failed\n`);
};

await runScript(usage, main);
