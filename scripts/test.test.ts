import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';

const script = join(import.meta.dirname, 'test.ts');

const makeFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'share-my-files-path-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
};

/** Runs the tests with an empty folder as PATH: no browser, no package manager. */
const runTestsWithoutPrograms = (...options: string[]) =>
  spawnSync(process.execPath, [script, ...options], { encoding: 'utf8', env: { PATH: makeFolder() } });

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const lastLine = (text: string): string | undefined => text.trimEnd().split('\n').at(-1);

test('without Chromium, names what to install and still prints the totals last', () => {
  const { status, stdout, stderr } = runTestsWithoutPrograms('--only', 'e2e');

  expect(stderr).not.toContain('    at ');
  expect(lastLine(stdout)).toBe('0 passed, 1 failed');
  expect(status).toBe(1);
});

test.each([
  ['lint', 'biome'],
  ['unused', 'knip'],
  ['unit', 'vitest'],
])('the stage %s reports that %s is missing', (stage, program) => {
  const { status, stdout, stderr } = runTestsWithoutPrograms('--only', stage);

  expect(stderr).toContain(`${program} could not start`);
  expect(stderr).toMatch(/pnpm(@\S+)? test/);
  expect(stdout).toMatch(new RegExp(`\\nfailed in ${stage}: .+\\n0 passed, 1 failed\\n$`));
  expect(status).toBe(1);
});

test('stages of Vitest that follow each other are one run', () => {
  const folder = makeFolder();
  writeFileSync(
    join(folder, 'vitest'),
    `#!${process.execPath}\nprocess.stdout.write('\\nvitest ' + process.argv.slice(2).join(' ') + '\\n');`,
    { mode: 0o755 },
  );
  const args = [script, '--only=api,web,lint,unit'];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', env: { PATH: folder } });

  const runs = stdout.split('\n').filter((line) => line.startsWith('vitest '));
  expect(runs.map((run) => run.match(/(?<=--project )\S+/g))).toEqual([['api', 'web'], ['unit']]);
  expect(stdout).toContain('\napi, web: 0 passed, 1 failed, ');
});

test('a signal ends the running program and leaves nothing behind', async () => {
  const folder = makeFolder();
  const TMPDIR = join(folder, 'tmp');
  mkdirSync(TMPDIR);
  const endless = "process.stdout.write('process ' + process.pid); setInterval(() => undefined, 1000);";
  writeFileSync(join(folder, 'vitest'), `#!${process.execPath}\n${endless}`, { mode: 0o755 });
  const tests = spawn(process.execPath, [script, '--only=unit,lint'], {
    env: { PATH: folder, TMPDIR },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stderr = text(tests.stderr);
  let output = '';
  tests.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  await expect.poll(() => output).toMatch(/process \d+/);
  const pid = Number(/process (\d+)/.exec(output)?.[1]);
  onTestFinished(() => void (isRunning(pid) && process.kill(pid)));

  tests.kill('SIGTERM');
  expect(await once(tests, 'exit')).toEqual([1, null]);
  expect(isRunning(pid)).toBe(false);
  expect(await stderr).toBe('\nEnded by SIGTERM.\n');
  expect(readdirSync(TMPDIR)).toEqual([]);
});
