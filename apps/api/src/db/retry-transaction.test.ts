import { DrizzleQueryError } from 'drizzle-orm/errors';
import { describe, expect, test } from 'vitest';
import { retryTransaction } from './retry-transaction.ts';

const failure = (code: string) => Object.assign(new Error(code), { code });

const failingFirst = (times: number, code: string) => {
  let attempts = 0;
  return {
    attempts: () => attempts,
    run: () => {
      attempts += 1;
      return attempts <= times ? Promise.reject(failure(code)) : Promise.resolve('done');
    },
  };
};

describe('a transaction', () => {
  test.each(['40001', '40P01'])('is retried after %s', async (code) => {
    const transaction = failingFirst(3, code);

    await expect(retryTransaction(transaction.run)).resolves.toBe('done');
    expect(transaction.attempts()).toBe(4);
  });

  test.each([
    ['data', 'change conflicts with another transaction, please retry: (OC000)'],
    ['the schema', 'schema has been updated by another transaction, please retry: (OC001)'],
  ])('is retried after a conflict about %s in Aurora DSQL', async (_what, message) => {
    const conflict = new DrizzleQueryError(
      'commit',
      [],
      Object.assign(new Error(message), { code: '40001' }),
    );
    const attempts = [() => Promise.reject(conflict), () => Promise.resolve('done')];

    await expect(retryTransaction(() => attempts.shift()?.() ?? Promise.reject())).resolves.toBe('done');
  });

  test('is not retried after any other error', async () => {
    const transaction = failingFirst(1, '23505');

    await expect(retryTransaction(transaction.run)).rejects.toThrow('23505');
    expect(transaction.attempts()).toBe(1);
  });
});
