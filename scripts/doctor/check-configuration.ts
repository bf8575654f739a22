import { type Config, readConfig } from '../../apps/api/src/config.ts';
import { error, type Finding, ok, warning } from './finding.ts';

type Environment = Record<string, string | undefined>;

/** These have no default: who has set one of them means to run the API with it. */
const required = ['PUBLIC_ORIGIN', 'COGNITO_USER_POOL_ID', 'COGNITO_USER_POOL_CLIENT_ID', 'S3_BUCKET'];

const explainProblem = (line: string): Finding => {
  const [name = '', ...reason] = line.trim().split(' ');
  return error(name, reason.join(' '), 'Set it to what apps/api/src/config.ts takes.');
};

/** What is allowed, but seldom meant. */
const questionable = ({ publicOrigin, databaseUrl }: Config): Finding[] => [
  ...(publicOrigin.startsWith('https:')
    ? []
    : [warning('PUBLIC_ORIGIN', 'is not HTTPS', 'Links in e-mails would lead to plain HTTP: use https://.')]),
  ...(databaseUrl === undefined
    ? [
        warning(
          'DATABASE_URL',
          'is not set',
          'Production wants PostgreSQL: PGlite serves one process and does not fsync.',
        ),
      ]
    : []),
];

/** Reads the environment as the API would. */
export const checkConfiguration = (environment: Environment): Finding[] => {
  if (required.every((name) => environment[name] === undefined)) {
    return [ok('environment', 'not set; "pnpm dev" needs none. --env-file=FILE checks one')];
  }
  try {
    const config = readConfig(environment);
    const doubts = environment.NODE_ENV === 'production' ? questionable(config) : [];
    return [ok('environment', `complete for ${config.publicOrigin}`), ...doubts];
  } catch (cause) {
    const [, ...problems] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
    return problems.map(explainProblem);
  }
};
