import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Stack } from './stack.ts';

const waitForOutput = async (output: NodeJS.ReadableStream, text: string): Promise<void> => {
  let seen = '';
  for await (const chunk of output) {
    seen += chunk;
    if (seen.includes(text)) return;
  }
  throw new Error(`The stack ended before it printed "${text}":\n${seen}`);
};

/**
 * Starts another stack, for stories that need a user pool with other settings, and with further options of `pnpm dev`;
 * returns a function that stops it.
 */
export const startStack = async (
  ports: Omit<Stack, 'directory' | 'poolConfig'>,
  pool: object,
  ...options: string[]
): Promise<() => Promise<void>> => {
  const directory = mkdtempSync(join(tmpdir(), 'share-my-files-e2e-'));
  const poolConfig = join(directory, 'pool.json');
  writeFileSync(poolConfig, JSON.stringify(pool));
  const running = spawn(
    process.execPath,
    [
      'scripts/dev.ts',
      `--data=${join(directory, 'data')}`,
      `--pool-config=${poolConfig}`,
      `--web-port=${ports.webPort}`,
      `--api-port=${ports.apiPort}`,
      `--cognito-port=${ports.cognitoPort}`,
      `--cognito-tls-port=${ports.cognitoTlsPort}`,
      `--s3-port=${ports.s3Port}`,
      ...options,
    ],
    { cwd: resolve(import.meta.dirname, '../..'), stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const before = process.env.SHARE_MY_FILES_STACK;
  process.env.SHARE_MY_FILES_STACK = JSON.stringify({ directory, poolConfig, ...ports } satisfies Stack);
  await waitForOutput(running.stdout, 'Mailbox');
  running.stdout.resume();
  return async () => {
    process.env.SHARE_MY_FILES_STACK = before;
    const ended = once(running, 'exit');
    running.kill('SIGTERM');
    await ended;
    rmSync(directory, { recursive: true, force: true });
  };
};
