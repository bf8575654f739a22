import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const besideBundle = join(import.meta.dirname, 'migrations');

/** Migrations for all engines; the build copies them beside the bundles. */
export const migrationsFolder = existsSync(besideBundle)
  ? besideBundle
  : resolve(import.meta.dirname, '../../migrations');
