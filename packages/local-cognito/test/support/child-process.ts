import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

const bin = join(import.meta.dirname, '../../src/bin.ts');

const spawnBin = (args: string[], env: Record<string, string>): ChildProcess => {
  const child = spawn(process.execPath, [bin, ...args], {
    env: { ...process.env, NODE_ENV: 'development', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
};

const firstLine = async (child: ChildProcess): Promise<string> => {
  let output = '';
  for await (const chunk of child.stdout ?? []) {
    output += String(chunk);
    if (output.includes('\n')) return output.slice(0, output.indexOf('\n'));
  }
  throw new Error('The process ended before it was ready.');
};

/** Runs the command until it exits. */
export const runBin = async (args: string[], env: Record<string, string> = {}) => {
  const child = spawnBin(args, env);
  const [stderr, [code]] = await Promise.all([child.stderr ? text(child.stderr) : '', once(child, 'exit')]);
  return { code: code as number | null, stderr };
};

/** Runs the command until it listens. */
export const startBin = async (args: string[]) => {
  const child = spawnBin(args, {});
  const line = await firstLine(child);
  const endpoint = /http:\/\/localhost:\d+/.exec(line)?.[0];
  if (endpoint === undefined) throw new Error(`No address in: ${line}`);
  const end = async (signal: NodeJS.Signals) => {
    const exit = once(child, 'exit');
    child.kill(signal);
    const [code] = await exit;
    return code as number | null;
  };
  return {
    line,
    end,
    pool: {
      endpoint,
      mailboxUrl: `${endpoint}/mailbox`,
      userPoolId: 'us-east-1_Local0001',
      userPoolClientId: 'localcognitoclient00000001',
    },
  };
};
