import { type Options, parseOptions } from './command-line/options.ts';
import { pnpm } from './command-line/pnpm-command.ts';
import { runScript } from './command-line/run-script.ts';
import { usageOf } from './command-line/usage.ts';
import { chromiumIsMissing, provideChromium } from './test/chromium.ts';
import { postgresIsMissing, providePostgres } from './test/postgres.ts';
import { printFailedPages } from './test/print-failed-pages.ts';
import { type Result, readPlaywrightReport, readVitestReport } from './test/reports.ts';
import { fail, runCheck, runCounted } from './test/stage.ts';

const runVitest = async (projects: string[]): Promise<Result> => {
  if (projects.includes('api-postgres') && !providePostgres()) return fail(postgresIsMissing);
  return runCounted(
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
};

const runPlaywright = async (stories: string[] = [], env: Record<string, string> = {}): Promise<Result> => {
  const chromium = provideChromium();
  if (chromium === undefined) return fail(chromiumIsMissing);
  const result = await runCounted(
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
  if (result.failed.length > 0) printFailedPages();
  return result;
};

/** A check, or projects of Vitest. */
type Stage = (() => Promise<Result>) | string[];

/** All checks, cheapest first. */
const stages = new Map<string, Stage>(
  Object.entries({
    types: () => runCheck('pnpm', ['typecheck']),
    lint: () => runCheck('biome', ['check', '--error-on-warnings', '.']),
    unused: () => runCheck('knip', ['--no-progress', '--treat-config-hints-as-errors']),
    unit: ['unit'],
    build: () => runCheck('pnpm', ['build']),
    scripts: ['scripts'],
    'local-aws': [
      'local-s3',
      'local-cognito',
      'local-cognito-auto-sign-in',
      'local-cognito-browser',
      'local-gateway',
    ],
    api: ['api'],
    'api-gateway': ['api-http', 'api-rest', 'api-postgres', 'api-snapshots'],
    infra: ['infra'],
    web: ['web'],
    e2e: () => runPlaywright(),
    'e2e-gateway': () => runPlaywright(['sharing'], { E2E_GATEWAY: 'http' }),
  }),
);

const stageNames = [...stages.keys()].join(',');

/** Resolves all names before any stage runs, so that a typo in the last one fails immediately. */
const readStages = (names: string[]) =>
  names.map((name) => {
    const stage = stages.get(name);
    if (stage === undefined) throw new Error(`No stage "${name}"; there are ${stageNames}.`);
    return { name, stage };
  });

/** Joins neighboring stages of Vitest, because the last file of each would leave all cores but one idle. */
const joinStages = (named: { name: string; stage: Stage }[]): typeof named => {
  const joined: typeof named = [];
  for (const { name, stage } of named) {
    const last = joined.at(-1);
    if (Array.isArray(last?.stage) && Array.isArray(stage)) {
      joined.splice(-1, 1, { name: `${last.name}, ${name}`, stage: [...last.stage, ...stage] });
    } else joined.push({ name, stage });
  }
  return joined;
};

const runStage = (stage: Stage): Promise<Result> => (Array.isArray(stage) ? runVitest(stage) : stage());

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
  for (const { name, stage } of joinStages(readStages(only.split(',')))) {
    process.stdout.write(`\n${name}\n`);
    const startedAt = performance.now();
    const result = await runStage(stage);
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
