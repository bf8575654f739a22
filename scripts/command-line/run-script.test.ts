import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pnpm } from './pnpm-command.ts';

const run = (script: string, ...options: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, '..', script), ...options], { encoding: 'utf8' });

describe.each([
  ['dev.ts', `Usage: ${pnpm} dev [options]`, '--pool-config FILE'],
  ['test.ts', `Usage: ${pnpm} test [options]`, 'types,lint,unused,unit'],
  ['doctor.ts', `Usage: ${pnpm} run doctor [options]`, '--web-port PORT'],
  ['check-invariants.ts', `Usage: ${pnpm} check-invariants [options]`, '--data DIR'],
  ['deploy.ts', `Usage: ${pnpm} run deploy [options]`, '--environment NAME'],
])('%s', (script, usage, option) => {
  test('prints its options for --help', () => {
    const { status, stdout, stderr } = run(script, '--help');

    expect(stdout).toContain(usage);
    expect(stdout).toContain(option);
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  test('prints its options after an unknown one', () => {
    const { status, stdout, stderr } = run(script, '--nonsense');

    expect(stderr).toMatch(/^\nUnknown option '--nonsense'\.\n\nUsage: /);
    expect(stderr).toContain(option);
    expect(stdout).toBe('');
    expect(status).toBe(1);
  });
});

test.each([
  ['dev.ts', ['start'], `Unexpected argument 'start'.\n\nUsage: ${pnpm} dev`],
  ['dev.ts', ['--gateway', 'soap'], '--gateway must be http or rest, not "soap".'],
  ['dev.ts', ['--web-port=http'], '--web-port must be a port from 1 to 65535, not "http".'],
  ['dev.ts', ['--web-port=4000', '--s3-port=4000'], '--web-port and --s3-port are both 4000.'],
  ['doctor.ts', ['--api-port=5173'], '--web-port and --api-port are both 5173.'],
  ['test.ts', ['--only', 'lint,nonsense'], 'No stage "nonsense"; there are types,lint,'],
  ['test.ts', ['--only', 'toString'], 'No stage "toString"; there are types,lint,'],
  ['deploy.ts', ['--environment=staging'], 'No environment "staging"; infra/config.ts has demo, production.'],
])('%s %j prints only the reason, before it does anything', (script, options, reason) => {
  const { status, stdout, stderr } = run(script, ...options);

  expect(stdout).toBe('');
  expect(stderr).toContain(reason);
  expect(stderr).not.toContain('    at ');
  expect(status).toBe(1);
});
