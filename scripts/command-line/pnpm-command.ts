import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };

const [packageManager = ''] = manifest.packageManager.split('+');

/** The version in `packageManager` of package.json. */
export const pnpmVersion = packageManager.replace('pnpm@', '');

// npx and pnpm put these on the PATH of what they start; a shell does not have them.
const isOfOneRun = (folder: string): boolean => /[\\/](_npx|node_modules)[\\/]/.test(folder);

/** Returns the command that runs pnpm in a shell with this PATH, which may have no pnpm of its own. */
export const pnpmCommandFor = (path: string): string =>
  path.split(delimiter).some((folder) => !isOfOneRun(folder) && existsSync(join(folder, 'pnpm')))
    ? 'pnpm'
    : `npx --yes ${packageManager}`;

/** What a user of this machine types for `pnpm`. */
export const pnpm = pnpmCommandFor(process.env.PATH ?? '');
