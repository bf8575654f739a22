import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { connectDsql } from '#db/dsql/connect-dsql.ts';
import { WakingPool } from '#db/waking-pool.ts';
import { type Router, startRouter } from '../support/start-router.ts';
import { createTestDatabase } from '../support/test-database.ts';

let router: Router;
let pool: WakingPool;
let now = 0;
let drop: () => Promise<void>;

beforeEach(async () => {
  const database = await createTestDatabase();
  if (database.databaseUrl === undefined) throw new Error('This test needs PostgreSQL.');
  router = await startRouter(new URL(database.databaseUrl));
  pool = new WakingPool({ connectionString: router.url, idleTimeoutMillis: 0 }, () => now);
  drop = database.drop;
});

afterEach(async () => {
  await router.close();
  await pool.end();
  await drop();
});

test('a query and a transaction succeed after a freeze that broke their connections', async () => {
  const queries = drizzle({ client: pool });
  await queries.execute(sql`select 1`);
  router.forget();
  now += 60_000;

  const [row] = (await queries.execute(sql`select 2 as two`)).rows;
  router.forget();
  now += 60_000;
  const transaction = await queries.transaction((tx) => tx.execute(sql`select 3 as three`));

  expect(row).toEqual({ two: 2 });
  expect(transaction.rows).toEqual([{ three: 3 }]);
  expect(router.connectionCount()).toBe(3);
});

test('of many broken connections, only the first costs a ping', async () => {
  const clients = await Promise.all([pool.connect(), pool.connect(), pool.connect()]);
  for (const client of clients) client.release();
  const pings = clients.map((client) => vi.spyOn(client, 'query'));
  router.forget();
  now += 60_000;

  await pool.query('select 1');

  expect(pings.flatMap((ping) => ping.mock.calls)).toHaveLength(1);
  expect(router.connectionCount()).toBe(4);
});

test('a recently used connection is reused without a ping', async () => {
  await pool.query('select 1');
  now += 1_000;
  await pool.query('select 1');

  expect(router.connectionCount()).toBe(1);
});

test('an unreachable server is an error', async () => {
  await router.close();

  await expect(pool.query('select 1')).rejects.toThrow('ECONNREFUSED');
  router = await startRouter(new URL('postgres://127.0.0.1:1'));
});

test('a connection to a cluster stays open between requests, and is replaced before the cluster closes it', async () => {
  const { idleTimeoutMillis, maxLifetimeSeconds } = connectDsql({
    endpoint: 'cluster.dsql.us-east-1.on.aws',
    user: 'api',
    region: 'us-east-1',
  });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const cluster = new WakingPool({ connectionString: router.url, idleTimeoutMillis, maxLifetimeSeconds });

  await cluster.query('select 1');
  await vi.advanceTimersByTimeAsync(45 * 60_000);
  await cluster.query('select 1');
  expect(router.connectionCount()).toBe(1);

  await vi.advanceTimersByTimeAsync(14 * 60_000);
  await cluster.query('select 1');
  expect(router.connectionCount()).toBe(2);
  await cluster.end();
});
