import { type PasswordProof, recoveryCodeSchema } from '@share-my-files/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createProtectedUser,
  poolWithAuthenticators,
  provePassword,
  redeem,
  signInWithPassword,
} from './support/lost-authenticator.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi({ poolConfig: poolWithAuthenticators });
});

afterAll(() => api.close());

const wrongCode = '0000-0000-0000-0000';

const send = (code: string, proof: PasswordProof) =>
  api.anonymous.call('redeemRecoveryCode', { body: { code, proof } });

const withoutRequestId = ({ status, body }: Awaited<ReturnType<typeof redeem>>) => {
  const { requestId: _, ...problem } = body;
  return { status, problem };
};

test('a wrong password, code, user and address, and a code used before, are one and the same response', async () => {
  const [user, other] = [await createProtectedUser(api), await createProtectedUser(api)];
  const proof = await provePassword(api, user.email);
  expect((await redeem(api, other.email, other.codeAt(9))).status).toBe(204);
  const attacks = [
    await redeem(api, user.email, wrongCode),
    await redeem(api, user.email, user.codeAt(0), 'Wrong-horse-1'),
    await redeem(api, user.email, other.codeAt(0)),
    await redeem(api, 'nobody@example.com', user.codeAt(0)),
    await send(user.codeAt(0), { ...proof, userId: other.id }),
    await send(user.codeAt(0), { ...proof, secretBlock: 'AAAA' }),
    await redeem(api, user.email, wrongCode, 'Wrong-horse-1'),
  ];

  expect(new Set(attacks.map((attack) => JSON.stringify(withoutRequestId(attack)))).size).toBe(1);
  expect(attacks[0]).toMatchObject({ status: 401, body: { code: 'recovery_rejected' } });
  expect(await signInWithPassword(api, user.email)).toBe('SOFTWARE_TOKEN_MFA');
});

test('the challenge of an address without an account looks like that of any account', async () => {
  const user = await createProtectedUser(api);
  const ask = async (email: string) => {
    const { body } = await api.anonymous
      .call('startRecovery', { body: { email, srpA: 'abcdef' } })
      .expect(200);
    return body;
  };
  const [known, unknown, again] = [
    await ask(user.email),
    await ask('no@example.com'),
    await ask('no@example.com'),
  ];

  expect(Object.keys(unknown)).toEqual(Object.keys(known));
  expect(unknown.salt).toBe(again.salt);
  expect(unknown.userId).toBe(again.userId);
});

test('a code works once, also when a proof of the password is sent again', async () => {
  const user = await createProtectedUser(api);
  const proof = await provePassword(api, user.email);
  await send(user.codeAt(0), proof).expect(204);

  await send(user.codeAt(1), proof).expect(401);
  expect((await redeem(api, user.email, user.codeAt(0))).status).toBe(409);
});

describe('after five wrong codes', () => {
  test('the right password gets 429 for an hour, also on another instance and with a right code', async () => {
    const user = await createProtectedUser(api);
    for (let count = 0; count < 5; count += 1) {
      expect((await redeem(api, user.email, wrongCode)).status).toBe(401);
    }

    const response = await redeem(api, user.email, user.codeAt(0));

    expect(response).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
    expect(response.headers['retry-after']).toBe('3600');
    expect(await signInWithPassword(api, user.email)).toBe('SOFTWARE_TOKEN_MFA');
    await api.database.transaction((tx) =>
      tx.execute(`update recovery_failures set failed_at = now() - interval '1 hour'`),
    );
    expect((await redeem(api, user.email, user.codeAt(0))).status).toBe(204);
  });

  test('of somebody without the password, the owner is not throttled', async () => {
    const user = await createProtectedUser(api);
    const stranger = await createProtectedUser(api);
    const { userId } = await provePassword(api, user.email);
    for (let count = 0; count < 6; count += 1) {
      const proof = await provePassword(api, stranger.email);
      await send(wrongCode, { ...proof, userId }).expect(401);
    }

    expect((await redeem(api, user.email, user.codeAt(0))).status).toBe(204);
  });
});

test('reads a code in any case, with spaces, and with letters that look like digits', () => {
  expect(recoveryCodeSchema.parse(' o0i1-lL1i 2345 abcd')).toBe('001111112345ABCD');
  expect(recoveryCodeSchema.safeParse('0000-0000-0000-000U').success).toBe(false);
  expect(recoveryCodeSchema.safeParse('0000-0000-0000-000').success).toBe(false);
});
