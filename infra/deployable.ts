import type { EnvironmentConfig } from './config.ts';

// Names of RFC 2606, and the ids that AWS's documentation uses.
const examples = [
  /(^|[.@])example\.(com|net|org)$/i,
  /\.(test|example|invalid|localhost)$/i,
  /EXAMPLE$/,
  /(^|:)(123456789012|111122223333|444455556666)($|:)/,
];

const words = (value: string): string[] => value.split(/[\s<>/]+/).map((word) => word.replace(/^\w+:$/, ''));

const isExample = (value: string): boolean =>
  words(value).some((word) => examples.some((pattern) => pattern.test(word)));

/** The path and value of each string in the settings. */
const stringsIn = (value: unknown, path = ''): [path: string, value: string][] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    stringsIn(inner, path === '' ? key : `${path}.${key}`),
  );
};

const problemsOf = (config: EnvironmentConfig): string[] => {
  const { domain, api, sweeper } = config;
  const placeholders = stringsIn(config).filter(([, value]) => isExample(value));
  return [
    ...placeholders.map(([path, value]) => `${path} is still an example: ${value}`),
    ...(domain !== undefined && !`.${domain.name}`.endsWith(`.${domain.hostedZone.name}`)
      ? [
          `domain.name is not in the hosted zone ${domain.hostedZone.name}: nothing could validate its certificate`,
        ]
      : []),
    ...((api.provisionedConcurrency ?? 0) > (api.reservedConcurrency ?? Number.POSITIVE_INFINITY)
      ? ['api.provisionedConcurrency exceeds api.reservedConcurrency']
      : []),
    ...(Number.isInteger(sweeper.everyMinutes) && sweeper.everyMinutes >= 1
      ? []
      : ['sweeper.everyMinutes is not a whole number of minutes']),
  ];
};

/** Throws an error that names every setting with which a deployment would fail or reach a stranger's domain. */
export const assertDeployable = (name: string, config: EnvironmentConfig): void => {
  const problems = problemsOf(config);
  if (problems.length === 0) return;
  const lines = problems.map((problem) => `  ${problem}`).join('\n');
  throw new Error(`Environment "${name}" cannot be deployed. Correct infra/config.ts:\n${lines}`);
};
