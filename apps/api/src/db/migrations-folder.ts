import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const besideBundle = join(import.meta.dirname, 'migrations');

/** The one set of migrations for every engine; the build copies it beside the bundles. */
export const migrationsFolder = existsSync(besideBundle)
  ? besideBundle
  : resolve(import.meta.dirname, '../../migrations');
