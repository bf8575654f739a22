import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { migrate } from '@share-my-files/local-server';
import { expect, test } from 'vitest';
import { migrations } from './migrations.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const released = ['00bcfcfc5a667624ec465d168167ca666da469b94fedbbc4563afac7bb305bb6'];

test('keeps released migrations unchanged', () => {
  expect(migrations.statements.slice(0, released.length).map(sha256)).toEqual(released);
});

test('keeps the data of a folder without a version', () => {
  const database = new DatabaseSync(':memory:');
  database.exec(migrations.statements[0] ?? '');
  database.exec(`INSERT INTO buckets (name, created_at) VALUES ('files', 0)`);

  migrate(database, migrations);

  expect(database.prepare('SELECT name FROM buckets').all()).toEqual([{ name: 'files' }]);
});
