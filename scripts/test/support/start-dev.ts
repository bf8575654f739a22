import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { findFreePort } from '../free-port.ts';

const script = join(import.meta.dirname, '../../dev.ts');

/** Starts `pnpm dev` on free ports, with `environment` added to the shell's. */
export const startDev = async (
  dataDirectory: string,
  { args = [], environment = {} }: { args?: string[]; environment?: Record<string, string> } = {},
) => {
  const ports = { web: 0, api: 0, cognito: 0, 'cognito-tls': 0, s3: 0 };
  for (const name of ['web', 'api', 'cognito', 'cognito-tls', 's3'] as const)
    ports[name] = await findFreePort();
  const flags = Object.entries(ports).map(([name, port]) => `--${name}-port=${port}`);
  const child = spawn(process.execPath, [script, `--data=${dataDirectory}`, ...flags, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes('Ctrl-C stops everything')) resolve();
      });
    }
  });
  const exited = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await exited;
  });
  return {
    ports,
    child,
    /** Exit code and signal, after all output was read. */
    exited,
    readOutput: () => output,
    untilReady: async () => {
      await Promise.race([ready, exited]);
      if (!output.includes('Ctrl-C stops everything')) throw new Error(`pnpm dev has exited:\n${output}`);
    },
  };
};
