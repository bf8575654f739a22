import { findChromium } from '../test/chromium.ts';
import { findPostgres } from '../test/postgres.ts';
import { type Finding, ok, warning } from './finding.ts';

const checkChromium = (): Finding => {
  const path = findChromium();
  return path === undefined
    ? warning(
        'Chromium',
        'not found',
        'The end-to-end tests try to install one. By hand: apt-get install chromium, or set CHROMIUM_PATH.',
      )
    : ok('Chromium', path);
};

const checkPostgres = (): Finding => {
  if (process.env.TEST_DATABASE_URL !== undefined) return ok('PostgreSQL', 'TEST_DATABASE_URL is set');
  const folder = findPostgres();
  return folder === undefined
    ? warning(
        'PostgreSQL',
        'not found',
        'Without it the tests run on PGlite only. Debian: apt-get install postgresql; or set TEST_DATABASE_URL.',
      )
    : ok('PostgreSQL', folder);
};

/** `pnpm dev` needs neither; the tests prove more with both. */
export const checkTestPrograms = (): Finding[] => [checkChromium(), checkPostgres()];
