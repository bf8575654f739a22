import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#db/open-database.ts';
import { createTestDatabase } from '../support/test-database.ts';

test('PostgreSQL compiles no statement, which would take a second for each list', async () => {
  const { databaseUrl, drop } = await createTestDatabase();
  const settings = { databaseUrl, migrateOnStart: false, dsql: undefined, pgliteDirectory: '' };
  const database = await openDatabase(settings, pino({ level: 'silent' }));
  onTestFinished(async () => {
    await database.close();
    await drop();
  });

  expect(await database.queries.execute(sql`show jit`)).toMatchObject({ rows: [{ jit: 'off' }] });
});
