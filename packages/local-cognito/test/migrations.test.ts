import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { derivePasswordVerifier } from '../src/srp/password-verifier.ts';
import { readMigrations } from '../src/store/migrations.ts';
import { ann } from './support/people.ts';
import { signInBySrp } from './support/srp-client.ts';
import { createTestFolder, startTestPool } from './support/start-test-pool.ts';

const sub = '0b1f8a52-6f0e-4c80-9d6d-0a7f8a0d1c11';

const writeFirstVersion = (dataDirectory: string) => {
  const database = new DatabaseSync(join(dataDirectory, 'user-pool.sqlite'));
  database.exec(`${readMigrations()[0]} PRAGMA user_version = 2`);
  const owner = { poolName: 'Local0001', userId: sub };
  const { salt, verifier } = derivePasswordVerifier(owner, ann.password, 12345n);
  const attributes = JSON.stringify({ email: ann.email, email_verified: 'true' });
  database
    .prepare('INSERT INTO users VALUES (?, ?, ?, 1, ?, ?, ?, 1, 1)')
    .run(sub, ann.email, 'CONFIRMED', attributes, salt.toString(16), verifier.toString(16));
  database.prepare('INSERT INTO sessions VALUES (?, ?, 1, ?, NULL)').run('session', sub, Date.now() + 60_000);
  database.close();
};

test('people who signed up with the first version can still sign in, and keep their sessions', async () => {
  const dataDirectory = await createTestFolder();
  writeFirstVersion(dataDirectory);

  const pool = await startTestPool({}, dataDirectory);

  expect(await signInBySrp(pool, ann.email, ann.password)).toMatchObject({ status: 200 });
  await pool.close();
  const database = new DatabaseSync(join(dataDirectory, 'user-pool.sqlite'));
  expect(database.prepare('SELECT client_id FROM sessions WHERE origin_jti = ?').get('session')).toEqual({
    client_id: pool.userPoolClientId,
  });
  database.close();
});

test('data of a later version is refused and left as it is', async () => {
  const dataDirectory = await createTestFolder();
  const database = new DatabaseSync(join(dataDirectory, 'user-pool.sqlite'));
  database.exec('PRAGMA user_version = 99');
  database.close();

  await expect(startTestPool({}, dataDirectory)).rejects.toThrow('written by another version');
});
