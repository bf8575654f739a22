import { join } from 'node:path';
import { type Migration, readMigrations } from '@share-my-files/local-server';

/** Reads the migrations of the pool's database, oldest first. Version 1 was never released. */
export const readPoolMigrations = (): Migration[] => readMigrations(join(import.meta.dirname, 'migrations'));
