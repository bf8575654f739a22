import type { SessionList } from '@share-my-files/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProcesses } from '../support/start-processes.ts';
import { startTestApi, type TestApi } from '../support/start-test-api.ts';
import { sendAllParts, startUpload } from '../support/upload-file.ts';

const tries = 1_000;
const users = 4;

let api: TestApi;
let processes: Awaited<ReturnType<typeof startProcesses>>;

beforeAll(async () => {
  api = await startTestApi();
  processes = await startProcesses(api, 2);
});

afterAll(async () => {
  await processes.stop();
  await api.close();
});

const send = (at: number, accessToken: string, method: string, path: string) =>
  fetch(`${processes.origins[at]}/api${path}`, {
    method,
    headers: { authorization: `Bearer ${accessToken}` },
  });

// A process that did not end the session may let it read for another second: that is in admission.test.ts.
test(`of two processes, the one that ends a session refuses its next request, and the other its next change, ${tries} times`, async () => {
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
        send(count % 2, accessToken, 'GET', '/me'),
        send((count + 1) % 2, accessToken, 'POST', `/uploads/${upload.id}/complete`),
      ]);
      outcomes.push([...before, ended, ...after].map(({ status }) => status));
    }
  };

  await Promise.all(Array.from({ length: users }, tryRepeatedly));

  expect(outcomes.filter((statuses) => String(statuses) !== '200,200,204,401,401')).toEqual([]);
  expect(outcomes).toHaveLength(tries);
}, 900_000);
