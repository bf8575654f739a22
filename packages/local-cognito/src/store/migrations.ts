import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// Each name starts with the version that the file leads to. A released file never changes.
const files = ['2-initial.sql', '3-many-ways-to-sign-in.sql'];

/** Reads the SQL that migrates each version of the database to the next, oldest first. */
export const readMigrations = (): string[] =>
  files.map((file) => readFileSync(join(import.meta.dirname, 'migrations', file), 'utf8'));
