import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { isDatabaseUnavailable } from '#db/is-database-unavailable.ts';
import { openPostgres } from '#db/open-postgres.ts';
import { longestAnswerMilliseconds } from '#time-limits.ts';

const sockets: Socket[] = [];
const server = createServer((socket) => void sockets.push(socket));
let database: Database;

beforeEach(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const connectionString = `postgres://api@127.0.0.1:${port}/files`;
  database = openPostgres({ connectionString }, pino({ level: 'silent' }));
});

afterEach(async () => {
  await database.close();
  for (const socket of sockets.splice(0)) socket.destroy();
  server.close();
});

test.each([
  ['query', () => database.queries.execute(sql`select 1`)],
  ['transaction', () => database.transaction((tx) => tx.execute(sql`select 1`))],
])('a %s on a server that accepts connections and never responds fails after one attempt', async (_, run) => {
  const error: unknown = await run().then(
    () => undefined,
    (reason: unknown) => reason,
  );

  expect(isDatabaseUnavailable(error)).toBe(true);
  expect(sockets).toHaveLength(1);
});

test('every caller of a burst that a server never serves fails in one time limit', async () => {
  const startedAt = performance.now();

  const results = await Promise.allSettled(
    Array.from({ length: 100 }, () => database.queries.execute(sql`select 1`)),
  );

  expect(results.every(({ status }) => status === 'rejected')).toBe(true);
  expect(performance.now() - startedAt).toBeLessThan(longestAnswerMilliseconds.database);
});
