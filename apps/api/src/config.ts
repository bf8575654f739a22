import * as z from 'zod';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const integer = (minimum: number, maximum: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(minimum).max(maximum));

// A prefix shorter than /8 covers networks of strangers; two of /1 trust any X-Forwarded-For header, as `true` would.
const isProxyNetwork = (network: string): boolean => {
  const [, prefix] = /^\s*[\da-fA-F]*[.:][\da-fA-F.:]*(?:\/(\d{1,3}))?$/.exec(network) ?? ['', '0'];
  return Number(prefix ?? 128) >= 8;
};

// A hop count or the proxies' networks.
const trustProxy = z.union([
  integer(0, 10),
  z.string().refine((networks) => networks.split(',').every(isProxyNetwork), {
    message: 'is neither a number of proxies nor networks of /8 or smaller',
  }),
]);

const loopback = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

// On plain http, browsers withhold the cryptography that signing in and uploading need, except for loopback names:
// https://developer.mozilla.org/docs/Web/Security/Secure_Contexts
const secureUrl = z.union([
  z.url({ protocol: /^https$/ }),
  z.url({ protocol: /^http$/, hostname: loopback }),
]);
const publicOrigin = z.string().refine((url) => secureUrl.safeParse(url).success, {
  message:
    'must be https, or http on localhost: otherwise browsers can neither sign users in nor upload files',
});

const dsqlEndpoint = z.hostname();
const databaseRole = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/);

const environmentSchema = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
    HOST: z.string().min(1).default('127.0.0.1'),
    PORT: integer(0, 65_535).default(3000),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    PUBLIC_ORIGIN: publicOrigin,
    TRUST_PROXY: trustProxy.default(0),

    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    PGLITE_DIRECTORY: z.string().min(1).default('.data/db'),
    DSQL_ENDPOINT: dsqlEndpoint.optional(),
    DSQL_USER: databaseRole.default('api'),
    MIGRATE_ON_START: flag.optional(),

    COGNITO_USER_POOL_ID: z.string().regex(/^[\w-]+_[0-9a-zA-Z]+$/),
    COGNITO_USER_POOL_CLIENT_ID: z.string().min(1),
    COGNITO_ENDPOINT: z.url({ hostname: loopback }).optional(),

    AWS_REGION: z.string().min(1),
    S3_BUCKET: z.string().min(3),
    S3_PROFILE_BUCKET: z.string().min(3).optional(),
    S3_ENDPOINT: z.url().optional(),
    S3_PUBLIC_ENDPOINT: z.url().optional(),
    S3_FORCE_PATH_STYLE: flag.default(false),
    PRESIGNED_URL_SECONDS: integer(1, 300).default(120),
    QUOTA_BYTES: integer(0, Number.MAX_SAFE_INTEGER).default(20 * 1024 ** 3),
    QUOTA_FILES: integer(0, 1_000_000).default(10_000),

    SES_ENDPOINT: z.url().optional(),
    MAIL_FROM: z.string().min(3).optional(),
    MAIL_CONFIGURATION_SET: z
      .string()
      .regex(/^[\w-]{1,64}$/)
      .optional(),
  })
  .refine(({ NODE_ENV, COGNITO_ENDPOINT }) => NODE_ENV !== 'production' || COGNITO_ENDPOINT === undefined, {
    path: ['COGNITO_ENDPOINT'],
    message: 'is for local development: the operator of that endpoint can sign any token',
  })
  .refine(({ DATABASE_URL, DSQL_ENDPOINT }) => DATABASE_URL === undefined || DSQL_ENDPOINT === undefined, {
    path: ['DSQL_ENDPOINT'],
    message: 'and DATABASE_URL name two databases: set one of them',
  })
  .refine(({ MIGRATE_ON_START, DSQL_ENDPOINT }) => !MIGRATE_ON_START || DSQL_ENDPOINT === undefined, {
    path: ['MIGRATE_ON_START'],
    message: 'is not for Aurora DSQL: use src/migrate-lambda.ts',
  });

/** Environment variables that the API reads; the AWS SDK reads others itself. */
export const settingNames: readonly string[] = Object.keys(environmentSchema.shape);

const prefixOf = (name: string): string => name.replace(/(?<=_).*/, '');

// `AWS_` and `NODE_` belong to others as well.
const ownPrefixes = new Set(settingNames.map(prefixOf).filter((prefix) => /^(?!AWS|NODE).+_$/.test(prefix)));

/** Environment variables that begin like a setting and are none, such as a misspelt one. */
export const findUnknownSettings = (
  environment: Record<string, string | undefined> = process.env,
): string[] =>
  Object.keys(environment).filter((name) => ownPrefixes.has(prefixOf(name)) && !settingNames.includes(name));

type Environment = z.output<typeof environmentSchema>;

const isEmbedded = ({ DATABASE_URL, DSQL_ENDPOINT }: Environment): boolean =>
  DATABASE_URL === undefined && DSQL_ENDPOINT === undefined;

const toConfig = (environment: Environment) => ({
  host: environment.HOST,
  port: environment.PORT,
  logLevel: environment.LOG_LEVEL,
  publicOrigin: new URL(environment.PUBLIC_ORIGIN).origin,
  trustProxy: environment.TRUST_PROXY,

  databaseUrl: environment.DATABASE_URL,
  dsql:
    environment.DSQL_ENDPOINT === undefined
      ? undefined
      : { endpoint: environment.DSQL_ENDPOINT, user: environment.DSQL_USER, region: environment.AWS_REGION },
  pgliteDirectory: environment.PGLITE_DIRECTORY,
  migrateOnStart: environment.MIGRATE_ON_START ?? isEmbedded(environment),

  userPoolId: environment.COGNITO_USER_POOL_ID,
  clientId: environment.COGNITO_USER_POOL_CLIENT_ID,
  cognitoEndpoint: environment.COGNITO_ENDPOINT,

  region: environment.AWS_REGION,
  bucketName: environment.S3_BUCKET,
  profileBucketName: environment.S3_PROFILE_BUCKET,
  s3Endpoint: environment.S3_ENDPOINT,
  s3PublicEndpoint: environment.S3_PUBLIC_ENDPOINT ?? environment.S3_ENDPOINT,
  forcePathStyle: environment.S3_FORCE_PATH_STYLE,
  presignedUrlSeconds: environment.PRESIGNED_URL_SECONDS,
  quotaBytes: environment.QUOTA_BYTES,
  quotaFiles: environment.QUOTA_FILES,

  sesEndpoint: environment.SES_ENDPOINT,
  mailFrom: environment.MAIL_FROM,
  mailConfigurationSet: environment.MAIL_CONFIGURATION_SET,
});

export type Config = Readonly<ReturnType<typeof toConfig>>;

/** Throws an error with the name of each invalid setting, but not its value, which may be a secret. */
const parse = <Schema extends z.ZodType>(schema: Schema, environment: unknown): z.output<Schema> => {
  const result = schema.safeParse(environment);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => {
    const reason = issue.code === 'custom' ? issue.message : 'is missing or not valid';
    return `  ${issue.path.join('.')} ${reason}`;
  });
  throw new Error(`The configuration is not usable:\n${problems.join('\n')}`);
};

/** Returns the settings of the API; throws an error with the name of each invalid one. */
export const readConfig = (environment: Record<string, string | undefined> = process.env): Config =>
  Object.freeze(toConfig(parse(environmentSchema, environment)));

// IAM allows commas in role names; here they separate the ARNs.
const iamRoleArns = z
  .string()
  .regex(/^(arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=.@/-]+(,(?!$)|$))+$/)
  .transform((arns) => arns.split(','));

const migratorSchema = z
  .object({
    AWS_REGION: z.string().min(1),
    DSQL_ENDPOINT: dsqlEndpoint,
    DSQL_USER: databaseRole.default('api'),
    API_ROLE_ARNS: iamRoleArns,
    DSQL_OPERATOR_USER: databaseRole.default('operator'),
    OPERATOR_ROLE_ARNS: iamRoleArns.default([]),
  })
  .transform((environment) => ({
    region: environment.AWS_REGION,
    endpoint: environment.DSQL_ENDPOINT,
    /** Database role of the API and its sweeper, and the IAM roles that may assume it. */
    apiUser: environment.DSQL_USER,
    apiRoleArns: environment.API_ROLE_ARNS,
    /** Database role of operators, who only read, and the IAM roles that may assume it. */
    operatorUser: environment.DSQL_OPERATOR_USER,
    operatorRoleArns: environment.OPERATOR_ROLE_ARNS,
  }));

/** Returns the settings of the Aurora DSQL migrator; throws an error with the name of each invalid one. */
export const readMigratorConfig = (environment: Record<string, string | undefined> = process.env) =>
  parse(migratorSchema, environment);
