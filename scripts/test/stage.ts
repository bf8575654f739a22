import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export type Result = { passed: number; failed: number };

type Command = { command: string; args: string[]; env?: Record<string, string> };

const succeeds = ({ command, args, env = {} }: Command): boolean => {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (error !== undefined) {
    const reason = `${command} does not start (${error.message})`;
    process.stderr.write(`${reason}; "pnpm test" puts it on the PATH.\n`);
  }
  return status === 0;
};

/** A stage that could not even begin counts as one failed test. */
export const fail = (message: string): Result => {
  process.stderr.write(`${message}\n`);
  return { passed: 0, failed: 1 };
};

/** A check without cases of its own, such as the type checker, counts as one test. */
export const runCheck = (command: string, args: string[]): Result =>
  succeeds({ command, args }) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

/** Runs a test runner that writes a JSON report, and counts its cases with `count`. */
export const runCounted = (
  command: (report: string) => Command,
  count: (report: unknown) => Result,
): Result => {
  const folder = mkdtempSync(join(tmpdir(), 'share-my-files-report-'));
  try {
    const report = join(folder, 'report.json');
    const isGreen = succeeds(command(report));
    const result = count(JSON.parse(readFileSync(report, 'utf8')));
    // A runner can fail outside of any case, for instance when a file does not load.
    return isGreen ? result : { ...result, failed: Math.max(1, result.failed) };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
