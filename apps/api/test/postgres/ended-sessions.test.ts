import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { SessionList } from '@share-my-files/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { processEnvironment } from '../support/process-environment.ts';
import { startTestApi, type TestApi } from '../support/start-test-api.ts';
import { sendAllParts, startUpload } from '../support/upload-file.ts';

const tries = 1_000;
const users = 4;
const main = resolve(import.meta.dirname, '../../src/main.ts');

let api: TestApi;
let processes: ChildProcess[];
let origins: string[];

const startProcess = (): ChildProcess =>
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

beforeAll(async () => {
  api = await startTestApi();
  processes = [startProcess(), startProcess()];
  origins = await Promise.all(processes.map(readOrigin));
});

afterAll(async () => {
  for (const child of processes) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  await api.close();
});

const send = (at: number, accessToken: string, method: string, path: string) =>
  fetch(`${origins[at]}/api${path}`, { method, headers: { authorization: `Bearer ${accessToken}` } });

test(`of two processes, both reject an ended session at its next request, ${tries} of ${tries} times`, async () => {
  const outcomes: number[][] = [];
  const tryRepeatedly = async (): Promise<void> => {
    const user = await api.createUser();
    const upload = await startUpload(user);
    await sendAllParts(user, upload, Buffer.from('bytes'));
    for (let count = 0; count < tries / users; count += 1) {
      const { accessToken } = await api.signIn(user.id);
      const before = await Promise.all([0, 1].map((at) => send(at, accessToken, 'GET', '/me')));
      const list = await send(count % 2, user.accessToken, 'GET', '/me/sessions');
      const { sessions } = (await list.json()) as SessionList;
      const id = sessions.find(({ isCurrent }) => !isCurrent)?.id;
      const ended = await send(count % 2, user.accessToken, 'DELETE', `/me/sessions/${id}`);
      const after = await Promise.all([
        send(0, accessToken, 'GET', '/me'),
        send(1, accessToken, 'GET', '/me'),
        send((count + 1) % 2, accessToken, 'POST', `/uploads/${upload.id}/complete`),
      ]);
      outcomes.push([...before, ended, ...after].map(({ status }) => status));
    }
  };

  await Promise.all(Array.from({ length: users }, tryRepeatedly));

  expect(outcomes.filter((statuses) => String(statuses) !== '200,200,204,401,401,401')).toEqual([]);
  expect(outcomes).toHaveLength(tries);
}, 900_000);
