import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findViolations } from '#db/dsql/find-violations.ts';
import { grantApiRole, grantOperatorRole } from '#db/dsql/grant-roles.ts';
import { type Client as DsqlClient, migrateDsql } from '#db/dsql/migrate-dsql.ts';
import { readMigrations } from '#db/dsql/read-migrations.ts';
import { migrationsFolder } from '#db/migrations-folder.ts';
import { createTestDatabase } from '../support/test-database.ts';

const migrations = readMigrations();
const statementCount = migrations.flatMap(({ sql }) => sql).length;

let client: Client;
let dropDatabase: () => Promise<void>;

const connect = async () => {
  const { databaseUrl, drop } = await createTestDatabase();
  if (databaseUrl === undefined) throw new Error('This test needs PostgreSQL.');
  const opened = new Client({ connectionString: databaseUrl });
  await opened.connect();
  return { opened, drop: () => opened.end().then(drop) };
};

beforeEach(async () => {
  const { opened, drop } = await connect();
  [client, dropDatabase] = [opened, drop];
});

afterEach(() => dropDatabase());

/** PostgreSQL instead of a cluster: only syntax that PostgreSQL lacks is removed or replaced. */
const translate = (statement: string): string =>
  statement
    .replace(/ INDEX ASYNC /, ' INDEX ')
    .replace(/^AWS IAM GRANT "(.+)" TO ('.+')$/, "insert into sys.iam_pg_role_mappings values ('$1', $2)");

const isDefinition = (text: string): boolean => /^(CREATE|ALTER)/.test(text);

const createCluster = () => {
  const texts: string[] = [];
  const cluster: DsqlClient = {
    query: async (text, values) => {
      texts.push(text);
      const [lacks] = findViolations(text);
      if (lacks !== undefined) throw new Error(`Aurora DSQL does not support ${lacks}: ${text}`);
      return await client.query(translate(text), values);
    },
  };
  return { cluster, texts };
};

const run = (cluster: DsqlClient) => migrateDsql(cluster, migrations, AbortSignal.timeout(60_000));

const describeSchema = async (database: Client) => {
  const query = async (text: string) => (await database.query({ text, rowMode: 'array' })).rows;
  return {
    columns: await query(`select table_name, column_name, data_type, is_nullable, column_default
      from information_schema.columns where table_schema = 'public' and table_name <> 'dsql_migrations'
      order by 1, 2`),
    indexes: await query(`select indexdef from pg_indexes
      where schemaname = 'public' and tablename <> 'dsql_migrations' order by 1`),
    constraints: await query(`select conname, replace(pg_get_constraintdef(oid), ' NOT VALID', '')
      from pg_constraint where connamespace = 'public'::regnamespace
      and conrelid <> 'dsql_migrations'::regclass order by 1`),
  };
};

describe('the migrator of Aurora DSQL', () => {
  test('creates the same schema as drizzle on PostgreSQL', async () => {
    const { cluster } = createCluster();
    const { opened: reference, drop } = await connect();
    await migrate(drizzle({ client: reference }), { migrationsFolder });
    await reference.query('create table dsql_migrations ()');

    await run(cluster);

    expect(await describeSchema(client)).toEqual(await describeSchema(reference));
    await drop();
  });

  test('sends each DDL statement alone and outside a transaction', async () => {
    const { cluster, texts } = createCluster();

    await run(cluster);

    expect(texts.filter(isDefinition)).toHaveLength(statementCount);
    expect(texts.filter((text) => /^begin/i.test(text))).toEqual([]);
    expect(texts.filter((text) => text.replace(/;\s*$/, '').includes(';'))).toEqual([]);
  });

  test('is idempotent', async () => {
    await run(createCluster().cluster);
    const { cluster, texts } = createCluster();

    await run(cluster);

    expect(texts.filter(isDefinition)).toEqual([]);
  });

  test('continues after an interruption between any statement and its record', async () => {
    const killAfterNewDefinition = (cluster: DsqlClient): DsqlClient => ({
      query: async (text, values) => {
        const result = await cluster.query(text, values);
        if (isDefinition(text)) throw new Error('killed');
        return result;
      },
    });
    const drop = 'ALTER TABLE "users" DROP COLUMN "tokens_valid_after"';
    const all = [...migrations, { sql: [drop], folderMillis: 2 ** 42, hash: '', bps: true }];
    let kills = 0;

    for (;;) {
      const killed = killAfterNewDefinition(createCluster().cluster);
      const outcome = await migrateDsql(killed, all, AbortSignal.timeout(60_000)).then(
        () => 'finished',
        (error: Error) => error.message,
      );
      if (outcome === 'finished') break;
      expect(outcome).toBe('killed');
      kills += 1;
    }

    expect(kills).toBe(statementCount + 1);
  });

  test('fails on a table that another program created', async () => {
    await client.query('create table items (id uuid)');

    await expect(run(createCluster().cluster)).rejects.toMatchObject({ code: '42P07' });
  });

  test('retries a DDL statement after a concurrent schema change', async () => {
    const { cluster, texts } = createCluster();
    let conflicts = 3;
    const contended: DsqlClient = {
      query: async (text, values) => {
        if (isDefinition(text) && conflicts-- > 0) {
          throw Object.assign(new Error('schema has been updated (OC001)'), { code: '40001' });
        }
        return await cluster.query(text, values);
      },
    };

    await run(contended);

    expect(texts.filter(isDefinition)).toHaveLength(statementCount);
  });

  test('records a change of rows in the same transaction', async () => {
    await run(createCluster().cluster);
    const backfill = { sql: ["update users set name = 'x'"], folderMillis: 2 ** 42, hash: '', bps: true };
    const { cluster, texts } = createCluster();

    await migrateDsql(cluster, [...migrations, backfill], AbortSignal.timeout(60_000));

    expect(texts.slice(-4).map((text) => text.split(' ')[0])).toEqual([
      'begin',
      'update',
      'insert',
      'commit',
    ]);
  });
});

describe('a role', () => {
  const iamRoleArns = ['api', 'sweeper'].map((name) => `arn:aws:iam::123456789012:role/${name}`);
  const role = { user: `role_${process.pid}`, iamRoleArns };

  beforeEach(async () => {
    await client.query('create schema sys');
    await client.query('create table sys.iam_pg_role_mappings (pg_role_name text, arn text)');
    await run(createCluster().cluster);
  });

  afterEach(async () => {
    await client.query(`drop owned by "${role.user}"`);
    await client.query(`drop role "${role.user}"`);
  });

  test('of the API is created once, is granted to each IAM role, and can access only rows', async () => {
    await grantApiRole(createCluster().cluster, role);
    await grantApiRole(createCluster().cluster, role);

    const { rows } = await client.query('select * from sys.iam_pg_role_mappings');
    expect(rows).toEqual(iamRoleArns.map((arn) => ({ pg_role_name: role.user, arn })));
    await client.query(`set role "${role.user}"`);
    expect((await client.query('select count(*)::int from items')).rows).toEqual([{ count: 0 }]);
    await expect(client.query('drop table items')).rejects.toMatchObject({ code: '42501' });
    await expect(client.query('select * from dsql_migrations')).rejects.toMatchObject({ code: '42501' });
    await client.query('reset role');
  });

  test('of operators can only read', async () => {
    await grantOperatorRole(createCluster().cluster, role);

    await client.query(`set role "${role.user}"`);
    expect((await client.query('select count(*)::int from items')).rows).toEqual([{ count: 0 }]);
    await expect(client.query('delete from items')).rejects.toMatchObject({ code: '42501' });
    await expect(client.query('select * from dsql_migrations')).rejects.toMatchObject({ code: '42501' });
    await client.query('reset role');
  });
});
