import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { processEnvironment } from './process-environment.ts';
import type { TestApi } from './start-test-api.ts';

const main = resolve(import.meta.dirname, '../../src/main.ts');

const startProcess = (api: TestApi): ChildProcess =>
  spawn(process.execPath, [main], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, ...processEnvironment(api) },
  });

const readOrigin = async ({ stdout }: ChildProcess): Promise<string> => {
  if (stdout === null) throw new Error('The process has no output.');
  for await (const line of createInterface({ input: stdout })) {
    const { msg, address } = JSON.parse(line);
    if (msg !== 'listening') continue;
    stdout.resume();
    return `http://127.0.0.1:${address.port}`;
  }
  throw new Error('The process ended before it listened.');
};

/** Starts processes of the API on the database of a test. */
export const startProcesses = async (api: TestApi, count: number) => {
  const processes = Array.from({ length: count }, () => startProcess(api));
  return {
    origins: await Promise.all(processes.map(readOrigin)),
    stop: async (): Promise<void> => {
      for (const child of processes) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
    },
  };
};
