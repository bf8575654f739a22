import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type LocalCognito, startLocalCognito } from '@share-my-files/local-cognito';
import { migrate } from '@share-my-files/local-server';
import { decodeJwt } from 'jose';
import { describe, expect, onTestFinished, test } from 'vitest';
import { derivePasswordVerifier } from '../src/srp/password-verifier.ts';
import { readPoolMigrations } from '../src/store/migrations.ts';
import { call } from './support/call.ts';
import { messagesTo } from './support/mailbox.ts';
import { ann, bob } from './support/people.ts';
import { signInBySrp } from './support/srp-client.ts';
import { createTestFolder, startTestPool } from './support/start-test-pool.ts';

const migrationsFolder = join(import.meta.dirname, '../src/store/migrations');
const releasedDatabase = readFileSync(join(import.meta.dirname, 'fixtures/database-version-3.sql'), 'utf8');

/** SHA-256 of each released migration. A new file adds a line; a line never changes. */
const checksums = {
  '2-initial.sql': '1c833e1f843000aa347f7e91d4091d7fdecc6d8552baceb8c95dc8d9e6d408cb',
  '3-many-ways-to-sign-in.sql': 'a8a5a3b8a85b3e9d2634aaba9090772322dcd9ac12ee8f5499946817913e99a4',
  '4-user-sessions.sql': '8c3255a722ced13ff252c1655f544b59955801473663039ce5e1b5fbdfafb884',
  '5-authentication-methods.sql': '767b5ee6e523a3d15277b44c46f1bbe4c95e4995c05c21cad89d1c9265c57843',
};

// The contents of the released database, besides its users.
const released = {
  clientId: 'localsharemyfilesweb000001',
  now: Date.UTC(2026, 0, 15, 13),
  refreshToken: 'PhUcR7VZWyafQqUlYCPBRTEhXG1yS_zY0AQNuJEcG9KQkGynXUS1NgazfeZOcs8G',
  confirmationCode: '725784',
};

const sub = '0b1f8a52-6f0e-4c80-9d6d-0a7f8a0d1c11';

const createDatabase = (dataDirectory: string, sql: string) => {
  const database = new DatabaseSync(join(dataDirectory, 'user-pool.sqlite'));
  database.exec(sql);
  return database;
};

const writeVersion2 = (dataDirectory: string) => {
  const database = createDatabase(dataDirectory, `${readPoolMigrations()[0]?.sql} PRAGMA user_version = 2`);
  const owner = { poolName: 'Local0001', userId: sub };
  const { salt, verifier } = derivePasswordVerifier(owner, ann.password, 12345n);
  const attributes = JSON.stringify({ email: ann.email, email_verified: 'true' });
  database
    .prepare('INSERT INTO users VALUES (?, ?, ?, 1, ?, ?, ?, 1, 1)')
    .run(sub, ann.email, 'CONFIRMED', attributes, salt.toString(16), verifier.toString(16));
  database.prepare('INSERT INTO sessions VALUES (?, ?, 1, ?, NULL)').run('session', sub, Date.now() + 60_000);
  database.close();
};

const schemaOf = (database: DatabaseSync) =>
  database.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();

describe('the migrations', () => {
  test('are the released files, unchanged', () => {
    const actual = readdirSync(migrationsFolder).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(migrationsFolder, file)))
        .digest('hex'),
    ]);

    expect(Object.fromEntries(actual)).toEqual(checksums);
  });

  test('lead a new database and a released one to the same schema', () => {
    const [database, expected] = [new DatabaseSync(':memory:'), new DatabaseSync(':memory:')];
    migrate(database, readPoolMigrations());
    expected.exec(releasedDatabase);
    migrate(expected, readPoolMigrations());

    expect(schemaOf(database)).toEqual(schemaOf(expected));
  });
});

describe('a database of version 2', () => {
  test('keeps its users with their passwords and sessions', async () => {
    const dataDirectory = await createTestFolder();
    writeVersion2(dataDirectory);

    const pool = await startTestPool({ clients: [{ clientId: released.clientId }] }, dataDirectory);

    expect(await signInBySrp(pool, ann.email, ann.password)).toMatchObject({ status: 200 });
    await pool.close();
    const database = new DatabaseSync(join(dataDirectory, 'user-pool.sqlite'));
    expect(database.prepare('SELECT client_id FROM sessions WHERE origin_jti = ?').get('session')).toEqual({
      client_id: released.clientId,
    });
    database.close();
  });
});

describe('a released database of version 3', () => {
  const startReleased = async () => {
    const dataDirectory = await createTestFolder();
    createDatabase(dataDirectory, releasedDatabase).close();
    const pool = await startLocalCognito({
      dataDirectory,
      poolConfig: {
        clients: [{ clientId: released.clientId, explicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] }],
      },
      now: () => released.now,
    });
    onTestFinished(() => pool.close());
    return pool;
  };

  const signIn = (pool: LocalCognito, { email, password }: typeof ann) =>
    call(pool, 'InitiateAuth', {
      ClientId: released.clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: email, PASSWORD: password },
    });

  test('keeps passwords, groups and refresh tokens', async () => {
    const pool = await startReleased();

    expect(await signIn(pool, ann)).toMatchObject({ status: 200 });
    const { body } = await call(pool, 'GetTokensFromRefreshToken', {
      ClientId: released.clientId,
      RefreshToken: released.refreshToken,
    });
    const { AuthenticationResult } = body as { AuthenticationResult: { AccessToken: string } };
    expect(decodeJwt(AuthenticationResult.AccessToken)).toMatchObject({ 'cognito:groups': ['editors'] });
  });

  test('keeps pending sign-ups and the mailbox', async () => {
    const pool = await startReleased();

    expect(await messagesTo(pool, bob.email)).toMatchObject([{ code: released.confirmationCode }]);
    const confirmation = { Username: bob.email, ConfirmationCode: released.confirmationCode };
    await call(pool, 'ConfirmSignUp', { ClientId: released.clientId, ...confirmation });
    expect(await signIn(pool, bob)).toMatchObject({ status: 200 });
  });
});

test('rejects data of a later version and leaves it unchanged', async () => {
  const dataDirectory = await createTestFolder();
  createDatabase(dataDirectory, 'PRAGMA user_version = 99').close();

  await expect(startTestPool({}, dataDirectory)).rejects.toThrow('written by another version');

  const database = new DatabaseSync(join(dataDirectory, 'user-pool.sqlite'));
  expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: 99 });
  database.close();
});
