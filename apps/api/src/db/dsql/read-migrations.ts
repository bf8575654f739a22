import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import { migrationsFolder } from '#db/migrations-folder.ts';

export const readMigrations = (): MigrationMeta[] => readMigrationFiles({ migrationsFolder });
