import { type Config, readConfig } from '../../apps/api/src/config.ts';
import { pnpm } from '../command-line/pnpm-command.ts';
import { checkEnvFile } from './check-env-file.ts';
import { error, type Finding, ok, warning } from './finding.ts';

type Environment = Record<string, string | undefined>;

/** Settings without a default; a shell that sets one of them is meant to run the API. */
const required = ['PUBLIC_ORIGIN', 'COGNITO_USER_POOL_ID', 'COGNITO_USER_POOL_CLIENT_ID', 'S3_BUCKET'];

const explainProblem = (line: string): Finding => {
  const [name = '', ...reason] = line.trim().split(' ');
  return error(name, reason.join(' '), 'Set it to a value that apps/api/src/config.ts accepts.');
};

/** Settings that are allowed but rarely intended. */
const questionable = ({ publicOrigin, databaseUrl }: Config): Finding[] => [
  ...(publicOrigin.startsWith('https:')
    ? []
    : [warning('PUBLIC_ORIGIN', 'is this machine', 'Links in mails would lead nowhere else. Use https://.')]),
  ...(databaseUrl === undefined
    ? [
        warning(
          'DATABASE_URL',
          'is not set',
          'Use PostgreSQL in production: PGlite serves one process and does not fsync.',
        ),
      ]
    : []),
];

const parse = (environment: Environment): Finding[] => {
  try {
    const config = readConfig(environment);
    const doubts = environment.NODE_ENV === 'production' ? questionable(config) : [];
    return [ok('environment', `complete for ${config.publicOrigin}`), ...doubts];
  } catch (cause) {
    const [, ...problems] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
    return problems.map(explainProblem);
  }
};

/** Checks the settings of a file; without one those of the shell, if it sets any. */
export const checkConfiguration = (
  file: Environment | undefined,
  shell: Environment = process.env,
): Finding[] => {
  if (file !== undefined) {
    const unfilled = checkEnvFile(file);
    const reported = new Set(unfilled.map(({ subject }) => subject));
    const others = parse(file).filter(({ subject }) => !reported.has(subject));
    // The API would accept an example.
    return [...unfilled, ...others.filter(({ state }) => unfilled.length === 0 || state !== 'ok')];
  }
  return required.every((name) => shell[name] === undefined)
    ? [ok('environment', `not set, and "${pnpm} dev" needs none; --env-file FILE checks a file`)]
    : parse(shell);
};
