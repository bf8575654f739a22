import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { credentials } from './start-test-s3.ts';

const bin = path.join(import.meta.dirname, '../../src/bin.ts');

/** Runs the command with `--port 0`, which the arguments can override. */
const spawnBin = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  spawn(
    process.execPath,
    [
      bin,
      ...['--port', '0', '--access-key-id', credentials.accessKeyId],
      ...['--secret-access-key', credentials.secretAccessKey, ...args],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'test', ...env } },
  );

const end = async (child: ChildProcess, signal: NodeJS.Signals) => {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  child.kill(signal);
  const [code] = await once(child, 'exit');
  return code as number | null;
};

/** Starts the server in its own process and waits until it listens. */
export const startProcess = async (dataDirectory: string) => {
  const child = spawnBin(['--data', dataDirectory]);
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const endpoint = /http:\/\/localhost:\d+/.exec(line)?.[0];
  if (!endpoint) throw new Error(`The first line contains no address: ${line}`);
  return {
    endpoint,
    pid: child.pid ?? 0,
    kill: () => end(child, 'SIGKILL'),
    terminate: () => end(child, 'SIGTERM'),
  };
};

/** Runs a command that is expected to exit. Returns its exit code and standard error. */
export const runToEnd = async (args: readonly string[], env?: NodeJS.ProcessEnv) => {
  const child = spawnBin(args, env);
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, stderr };
};
