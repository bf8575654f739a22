import type { Request } from 'express';
import { beforeEach, expect, test } from 'vitest';
import { unauthenticated } from '#errors.ts';
import { createAdmission } from './admission.ts';

let milliseconds = 0;
let ended: string[] = [];
let asked: string[] = [];
let admit: ReturnType<typeof createAdmission>;

beforeEach(() => {
  milliseconds = 1_000_000;
  ended = [];
  asked = [];
  admit = createAdmission(
    async ({ sessionId }) => {
      asked.push(sessionId);
      if (ended.includes(sessionId)) throw unauthenticated();
    },
    () => milliseconds,
  );
});

const send = (method: 'GET' | 'POST', sessionId: string, userId = 'ana'): Promise<void> => {
  const claims = { userId, sessionId, tokenId: 'token', signedInAt: 0 };
  return admit({ method } as Request, { claims, accessToken: 'token' });
};

test('a session is asked about once in a second of reading', async () => {
  await send('GET', 'phone');
  milliseconds += 1_000;
  await send('GET', 'phone');
  expect(asked).toEqual(['phone']);

  milliseconds += 1;
  await send('GET', 'phone');
  expect(asked).toEqual(['phone', 'phone']);
});

test('a session that ended elsewhere is refused after a second, however often it reads', async () => {
  await send('GET', 'phone');
  ended.push('phone');
  for (let step = 0; step < 4; step += 1) {
    milliseconds += 250;
    await send('GET', 'phone');
  }

  milliseconds += 1;
  await expect(send('GET', 'phone')).rejects.toThrow(unauthenticated());
});

test('every change asks, and is not remembered for reading', async () => {
  await send('GET', 'phone');
  await send('POST', 'phone');
  await send('POST', 'phone');
  await send('GET', 'phone');
  expect(asked).toEqual(['phone', 'phone', 'phone', 'phone']);
});

test('a change makes the other sessions of the user ask, and no other user', async () => {
  await send('GET', 'phone');
  await send('GET', 'laptop');
  await send('GET', 'tablet', 'ben');
  await send('POST', 'laptop');
  asked = [];

  await send('GET', 'phone');
  await send('GET', 'tablet', 'ben');
  expect(asked).toEqual(['phone']);
});

test('a refusal is not remembered, and each session counts for itself', async () => {
  ended.push('phone');
  await expect(send('GET', 'phone')).rejects.toThrow(unauthenticated());
  await send('GET', 'laptop');
  await expect(send('GET', 'phone')).rejects.toThrow(unauthenticated());
  ended = [];
  await send('GET', 'phone');
});

test('the second begins when the question is asked, not when it is answered', async () => {
  const slow = createAdmission(
    async ({ sessionId }) => {
      asked.push(sessionId);
      milliseconds += 900;
    },
    () => milliseconds,
  );
  const claims = { userId: 'ana', sessionId: 'phone', tokenId: 'token', signedInAt: 0 };
  const read = () => slow({ method: 'GET' } as Request, { claims, accessToken: 'token' });
  await read();
  milliseconds += 101;
  await read();
  expect(asked).toEqual(['phone', 'phone']);
});
