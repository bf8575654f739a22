import { z } from 'zod';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const integer = (minimum: number, maximum: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(minimum).max(maximum));

// `true` would believe any X-Forwarded-For header: a hop count or the proxies' networks only.
const trustProxy = z.union([
  integer(0, 10),
  z.string().regex(/^[\da-fA-F.:/]*[.:][\da-fA-F.:/]*(,\s*[\da-fA-F.:/]*[.:][\da-fA-F.:/]*)*$/),
]);

const environmentSchema = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
    HOST: z.string().min(1).default('127.0.0.1'),
    PORT: integer(0, 65_535).default(3000),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    PUBLIC_ORIGIN: z.url({ protocol: /^https?$/ }),
    TRUST_PROXY: trustProxy.default(0),

    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    PGLITE_DIRECTORY: z.string().min(1).default('.data/db'),
    MIGRATE_ON_START: flag.optional(),

    COGNITO_USER_POOL_ID: z.string().regex(/^[\w-]+_[0-9a-zA-Z]+$/),
    COGNITO_USER_POOL_CLIENT_ID: z.string().min(1),
    COGNITO_ENDPOINT: z.url().optional(),

    AWS_REGION: z.string().min(1),
    S3_BUCKET: z.string().min(3),
    S3_ENDPOINT: z.url().optional(),
    S3_FORCE_PATH_STYLE: flag.default(false),
    PRESIGNED_URL_SECONDS: integer(1, 300).default(120),
    QUOTA_BYTES: integer(0, Number.MAX_SAFE_INTEGER).default(20 * 1024 ** 3),

    SES_ENDPOINT: z.url().optional(),
    MAIL_FROM: z.string().min(3).optional(),
  })
  .refine(({ NODE_ENV, COGNITO_ENDPOINT }) => NODE_ENV !== 'production' || COGNITO_ENDPOINT === undefined, {
    path: ['COGNITO_ENDPOINT'],
    message: 'is for local development: with it, anybody who runs that endpoint can sign tokens',
  });

/** Every environment variable that is read here; the AWS SDK reads its own besides. */
export const settingNames: readonly string[] = Object.keys(environmentSchema.shape);

const toConfig = (environment: z.output<typeof environmentSchema>) => ({
  host: environment.HOST,
  port: environment.PORT,
  logLevel: environment.LOG_LEVEL,
  publicOrigin: new URL(environment.PUBLIC_ORIGIN).origin,
  trustProxy: environment.TRUST_PROXY,

  databaseUrl: environment.DATABASE_URL,
  pgliteDirectory: environment.PGLITE_DIRECTORY,
  migrateOnStart: environment.MIGRATE_ON_START ?? environment.DATABASE_URL === undefined,

  userPoolId: environment.COGNITO_USER_POOL_ID,
  clientId: environment.COGNITO_USER_POOL_CLIENT_ID,
  cognitoEndpoint: environment.COGNITO_ENDPOINT,

  region: environment.AWS_REGION,
  bucketName: environment.S3_BUCKET,
  s3Endpoint: environment.S3_ENDPOINT,
  forcePathStyle: environment.S3_FORCE_PATH_STYLE,
  presignedUrlSeconds: environment.PRESIGNED_URL_SECONDS,
  quotaBytes: environment.QUOTA_BYTES,

  sesEndpoint: environment.SES_ENDPOINT,
  mailFrom: environment.MAIL_FROM,
});

export type Config = Readonly<ReturnType<typeof toConfig>>;

/** Throws an error that names each bad setting, never its value: a value may be a secret. */
export const readConfig = (environment: Record<string, string | undefined> = process.env): Config => {
  const result = environmentSchema.safeParse(environment);
  if (result.success) return Object.freeze(toConfig(result.data));
  const problems = result.error.issues.map((issue) => {
    const reason = issue.code === 'custom' ? issue.message : 'is missing or not valid';
    return `  ${issue.path.join('.')} ${reason}`;
  });
  throw new Error(`The configuration is not usable:\n${problems.join('\n')}`);
};
