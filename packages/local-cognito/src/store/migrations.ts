import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// Named by the version that they lead to. A released file never changes.
const files = ['2-initial.sql', '3-many-ways-to-sign-in.sql'];

/** Reads the SQL that leads from each version of the database to the next, oldest first. */
export const readMigrations = (): string[] =>
  files.map((file) => readFileSync(join(import.meta.dirname, 'migrations', file), 'utf8'));
