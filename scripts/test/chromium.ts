import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Debian's packages. The shell is Chromium without windows: the stories take a third less time in it. */
const packages = ['chromium-headless-shell', 'chromium'];

const commands = [...packages, 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Arguments for tests: without a sandbox for root, and without requests to the vendor. */
export const chromiumArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Finds an installed Chromium, Chrome or Edge; `CHROMIUM_PATH` comes first. */
export const findChromium = (): string | undefined => {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [process.env.CHROMIUM_PATH ?? '', ...candidates, ...applications].find(isExecutable);
};

const run = (command: string, args: string[]): boolean =>
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;

const installWithApt = (): boolean =>
  process.getuid?.() === 0 &&
  isExecutable('/usr/bin/apt-get') &&
  run('apt-get', ['update', '-qq']) &&
  packages.some((name) => run('apt-get', ['install', '-y', '-qq', name]));

const downloadWithPlaywright = (): string | undefined => {
  const playwright = join(import.meta.dirname, '../../e2e/node_modules/.bin/playwright');
  if (!run(playwright, ['install', 'chromium'])) return undefined;
  const script = "process.stdout.write(require('@playwright/test').chromium.executablePath())";
  return execFileSync(process.execPath, ['-e', script], {
    cwd: join(import.meta.dirname, '../../e2e'),
    encoding: 'utf8',
  });
};

/** The message if none can be found or installed. */
export const chromiumIsMissing =
  'The tests in a browser need Chromium, Chrome or Edge. Install one (Debian: apt-get install chromium; ' +
  'macOS: brew install --cask chromium), or set CHROMIUM_PATH to the program.';

/** Finds a Chromium, or installs one if possible. Returns its path. */
export const provideChromium = (): string | undefined =>
  findChromium() ?? (installWithApt() ? findChromium() : downloadWithPlaywright());
