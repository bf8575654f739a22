import { pnpm } from '../command-line/pnpm-command.ts';
import { findChromium } from '../test/chromium.ts';
import { findPostgres } from '../test/postgres.ts';
import { type Finding, ok, warning } from './finding.ts';

const checkChromium = (): Finding => {
  const path = findChromium();
  return path === undefined
    ? warning(
        'Chromium',
        'not found',
        'The end-to-end tests try to install it. To do so yourself: apt-get install chromium, or set CHROMIUM_PATH.',
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
        `One stage of "${pnpm} test" fails without it. On Debian: apt-get install postgresql; or set TEST_DATABASE_URL.`,
      )
    : ok('PostgreSQL', folder);
};

/** Checks programs that `pnpm test` needs and `pnpm dev` does not. */
export const checkTestPrograms = (): Finding[] => [checkChromium(), checkPostgres()];
