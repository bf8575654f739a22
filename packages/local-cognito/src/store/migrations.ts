import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Migrations } from '@share-my-files/local-server';

// Each name starts with the version that the file leads to. A released file never changes.
const files = ['2-initial.sql', '3-many-ways-to-sign-in.sql'];

/** Reads the migrations of the pool's database, oldest first. */
export const readMigrations = (): Migrations => ({
  statements: files.map((file) => readFileSync(join(import.meta.dirname, 'migrations', file), 'utf8')),
  // Version 1 was never released.
  firstVersion: 2,
});
