import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openStore } from './open-store.ts';

const migrations = path.join(import.meta.dirname, 'migrations');

const read = (file: string) => readFileSync(path.join(migrations, file), 'utf8');

/** SHA-256 of each released migration. A new file adds a line; a line never changes. */
const released = {
  '1-initial.sql': '12f0c73ecc083388df0f3500d47b71bcc16dbaf6f2a62a050b5cd8a87f099460',
};

test('keeps released migrations unchanged', () => {
  const checksums = readdirSync(migrations).map((file) => [
    file,
    createHash('sha256').update(read(file)).digest('hex'),
  ]);

  expect(Object.fromEntries(checksums)).toEqual(released);
});

test('keeps the data of a folder without a version', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'local-s3-'));
  const database = new DatabaseSync(path.join(folder, 'objects.db'));
  database.exec(read('1-initial.sql'));
  database.exec(`INSERT INTO buckets (name, created_at) VALUES ('files', 0)`);
  database.close();

  const store = await openStore(folder);

  expect(store.buckets.list()).toMatchObject([{ name: 'files' }]);
  store.close();
  rmSync(folder, { recursive: true });
});
