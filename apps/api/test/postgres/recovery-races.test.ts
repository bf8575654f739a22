import { apiBasePath, redeemRecoveryCode } from '@share-my-files/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashRecoveryCode } from '#recovery-codes/recovery-code.ts';
import { claimRecoveryCode } from '#recovery-codes/recovery-code-repository.ts';
import {
  createProtectedUser,
  poolWithAuthenticators,
  provePassword,
  signInWithPassword,
} from '../support/lost-authenticator.ts';
import { startProcesses } from '../support/start-processes.ts';
import { startTestApi, type TestApi } from '../support/start-test-api.ts';

let api: TestApi;
let processes: Awaited<ReturnType<typeof startProcesses>>;

beforeAll(async () => {
  api = await startTestApi({ poolConfig: poolWithAuthenticators });
  processes = await startProcesses(api, 2);
});

afterAll(async () => {
  await processes.stop();
  await api.close();
});

/** Redeems codes at the same time, each with a proof of its own, on both processes. */
const redeemAtOnce = async (email: string, codes: string[]): Promise<number[]> => {
  const bodies = [];
  for (const code of codes) bodies.push({ code, proof: await provePassword(api, email) });
  const responses = await Promise.all(
    bodies.map((body, index) =>
      fetch(`${processes.origins[index % 2]}${apiBasePath}${redeemRecoveryCode.path}`, {
        method: redeemRecoveryCode.method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    ),
  );
  return responses.map(({ status }) => status).sort();
};

test('of 1,000 concurrent claims of one code, one gets it', async () => {
  const { id, codeAt } = await createProtectedUser(api);
  const hash = hashRecoveryCode(id, codeAt(0).replaceAll('-', ''));

  const claims = await Promise.all(
    Array.from({ length: 1_000 }, () => api.database.transaction((tx) => claimRecoveryCode(tx, id, hash))),
  );

  expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
});

test('of concurrent requests with one code, on two processes, one removes the authenticator', async () => {
  const { email, codeAt } = await createProtectedUser(api);

  const statuses = await redeemAtOnce(email, Array(6).fill(codeAt(0)));

  expect(statuses.filter((status) => status === 204)).toHaveLength(1);
  expect(await signInWithPassword(api, email)).toBeUndefined();
});

test('of concurrent wrong codes, on two processes, five are checked in an hour', async () => {
  const { email } = await createProtectedUser(api);

  const statuses = await redeemAtOnce(email, Array(12).fill('0000-0000-0000-0000'));

  expect(statuses).toEqual([...Array(5).fill(401), ...Array(7).fill(429)]);
});
