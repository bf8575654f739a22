import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const debianFolder = '/usr/lib/postgresql';
const aptGet = '/usr/bin/apt-get';

/** Finds the folder with PostgreSQL's programs. */
export const findPostgres = (): string | undefined => {
  const debian = existsSync(debianFolder)
    ? readdirSync(debianFolder).map((version) => join(debianFolder, version, 'bin'))
    : [];
  const folders = [...debian, ...(process.env.PATH ?? '').split(delimiter)];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
};

const run = (args: string[]): boolean =>
  spawnSync(aptGet, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;

const installWithApt = (): boolean =>
  process.getuid?.() === 0 &&
  existsSync(aptGet) &&
  run(['update', '-qq']) &&
  run(['install', '-y', '-qq', '--no-install-recommends', 'postgresql']);

/** The message if PostgreSQL can be neither found nor installed. */
export const postgresIsMissing =
  'Some tests of the API need PostgreSQL. Install it (Debian: apt-get install postgresql; macOS: brew install ' +
  'postgresql), or set TEST_DATABASE_URL to a server on which databases may be created.';

/** Returns whether the tests have a PostgreSQL; installs one if possible. */
export const providePostgres = (): boolean =>
  process.env.TEST_DATABASE_URL !== undefined || findPostgres() !== undefined || installWithApt();
