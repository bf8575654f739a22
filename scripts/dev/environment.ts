import { devNull } from 'node:os';

const inherited = [
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot'],
  ...['LANG', 'LC_ALL', 'LC_CTYPE', 'TZ', 'TERM', 'COLORTERM', 'NO_COLOR', 'FORCE_COLOR'],
];

/**
 * What the local servers see of the shell. Not more: a profile, a session token or a database of the
 * person's daily work would lead them out of this machine, and NODE_ENV=production would stop them.
 */
export const localEnvironment = (
  shell: Record<string, string | undefined> = process.env,
): Record<string, string> => {
  const kept = inherited.flatMap((name) => {
    const value = shell[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  // The AWS SDK reads these from the home folder even when its environment says nothing.
  return { ...Object.fromEntries(kept), AWS_CONFIG_FILE: devNull, AWS_SHARED_CREDENTIALS_FILE: devNull };
};
