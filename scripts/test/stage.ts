import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pnpm } from '../command-line/pnpm-command.ts';
import type { Result } from './reports.ts';

const root = join(import.meta.dirname, '../..');

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

type Command = { command: string; args: string[]; env?: Record<string, string> };

/**
 * Runs a program and returns whether it succeeded. Throws after a signal to this process, once the program has exited:
 * Ctrl-C reaches both from the terminal, any other signal is passed on.
 */
const succeeds = async ({ command, args, env = {} }: Command): Promise<boolean> => {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  let received: NodeJS.Signals | undefined;
  const receive = (signal: NodeJS.Signals): void => {
    received = signal;
    if (signal !== 'SIGINT') child.kill(signal);
  };
  for (const signal of signals) process.on(signal, receive);
  const code = await once(child, 'close').then(
    ([exitCode]) => exitCode,
    (error: Error) => {
      const reason = `${command} could not start (${error.message})`;
      process.stderr.write(`${reason}; "${pnpm} test" puts it on the PATH.\n`);
    },
  );
  for (const signal of signals) process.off(signal, receive);
  if (received !== undefined) throw new Error(`Ended by ${received}.`);
  return code === 0;
};

/** Counts a stage that could not start as one failed test. */
export const fail = (message: string): Result => {
  process.stderr.write(`${message}\n`);
  return { passed: 0, failed: [message] };
};

/** Runs a check without test cases, such as the type checker; it counts as one test. */
export const runCheck = async (command: string, args: string[]): Promise<Result> =>
  (await succeeds({ command, args }))
    ? { passed: 1, failed: [] }
    : { passed: 0, failed: [[command, ...args].join(' ')] };

/** Counts one failure if the report is missing or invalid. */
const readReport = (report: string, read: (report: unknown) => Result): Result => {
  try {
    return read(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    return { passed: 0, failed: ['no report was written'] };
  }
};

/** Runs a test runner and counts the cases in its JSON report. */
export const runCounted = async (
  command: (report: string) => Command,
  read: (report: unknown) => Result,
): Promise<Result> => {
  const folder = mkdtempSync(join(tmpdir(), 'share-my-files-report-'));
  try {
    const report = join(folder, 'report.json');
    const isGreen = await succeeds(command(report));
    const result = readReport(report, read);
    // A runner can fail outside of a test case, for instance if a file does not load.
    return isGreen || result.failed.length > 0 ? result : { ...result, failed: ['outside of a test'] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
