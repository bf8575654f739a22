import { devNull } from 'node:os';

const inherited = [
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot'],
  ...['LANG', 'LC_ALL', 'LC_CTYPE', 'TZ', 'TERM', 'COLORTERM', 'NO_COLOR', 'FORCE_COLOR'],
];

/**
 * The environment of the local servers. It omits everything else of the shell: an AWS profile or a database URL would
 * lead the servers out of this machine, and NODE_ENV=production would stop them.
 */
export const localEnvironment = (
  shell: Record<string, string | undefined> = process.env,
): Record<string, string> => {
  const kept = inherited.flatMap((name) => {
    const value = shell[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  // By default the AWS SDK reads these files from the home folder.
  return { ...Object.fromEntries(kept), AWS_CONFIG_FILE: devNull, AWS_SHARED_CREDENTIALS_FILE: devNull };
};
