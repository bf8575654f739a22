import { sql } from 'drizzle-orm';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { isDatabaseUnavailable } from './is-database-unavailable.ts';
import { openPostgres } from './open-postgres.ts';

const failureWith = (code: string) =>
  new DrizzleQueryError('select 1', [], Object.assign(new Error('failed'), { code }));

describe('an unavailable database', () => {
  test('is one whose server does not respond', async () => {
    const database = openPostgres(
      { connectionString: 'postgres://nobody@127.0.0.1:1/nothing' },
      pino({ level: 'silent' }),
    );

    const error: unknown = await database.queries.execute(sql`select 1`).then(
      () => undefined,
      (reason: unknown) => reason,
    );

    expect(isDatabaseUnavailable(error)).toBe(true);
    await database.close();
  });

  test.each(['08006', '53300', '57P01', '57014', '40001', 'ECONNRESET', 'EAI_AGAIN', 'EHOSTUNREACH'])(
    'has the code %s',
    (code) => {
      expect(isDatabaseUnavailable(failureWith(code))).toBe(true);
    },
  );

  test.each(['23505', '42P01', '22P02'])('does not have the code %s of a defect', (code) => {
    expect(isDatabaseUnavailable(failureWith(code))).toBe(false);
  });

  test('is not a defect of the code', () => {
    expect(isDatabaseUnavailable(new TypeError('x is undefined'))).toBe(false);
  });
});
