import { z } from 'zod';

const DAY = 86_400;

const passwordPolicySchema = z.strictObject({
  minimumLength: z.int().min(6).max(99).default(8),
  requireLowercase: z.boolean().default(true),
  requireUppercase: z.boolean().default(true),
  requireNumbers: z.boolean().default(true),
  requireSymbols: z.boolean().default(true),
});

/**
 * The settings of the pool and of its one public client, named as in CreateUserPool and
 * CreateUserPoolClient; times are in seconds.
 */
export const userPoolConfigSchema = z
  .strictObject({
    region: z
      .string()
      .regex(/^[a-z]{2}-[a-z]+-\d$/)
      .default('us-east-1'),
    userPoolId: z
      .string()
      .regex(/^[a-z]{2}-[a-z]+-\d_[A-Za-z0-9]+$/)
      .optional(),
    userPoolClientId: z
      .string()
      .regex(/^[a-z0-9]{26}$/)
      .default('localsharemyfilesweb000001'),
    accessTokenValiditySeconds: z.int().min(1).max(DAY).default(900),
    idTokenValiditySeconds: z.int().min(1).max(DAY).default(900),
    refreshTokenValiditySeconds: z
      .int()
      .min(1)
      .max(3650 * DAY)
      .default(30 * DAY),
    refreshTokenRotation: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
    refreshTokenGraceSeconds: z.int().min(0).max(60).default(30),
    preventUserExistenceErrors: z.enum(['ENABLED', 'LEGACY']).default('ENABLED'),
    requiredAttributes: z.array(z.string()).default(['email']),
    passwordPolicy: passwordPolicySchema.prefault({}),
  })
  .transform((config) => ({ ...config, userPoolId: config.userPoolId ?? `${config.region}_Local0001` }))
  .refine((settings) => settings.userPoolId.startsWith(`${settings.region}_`), {
    path: ['userPoolId'],
    error: 'The pool id must begin with the region.',
  });

/** What a caller may set; everything has a default. */
export type UserPoolConfig = z.input<typeof userPoolConfigSchema>;

/** The settings with every default filled in. */
export type PoolSettings = z.output<typeof userPoolConfigSchema>;

/** The rules that a new password must keep. */
export type PasswordPolicy = PoolSettings['passwordPolicy'];

/** The part of the pool id after the region: the name under which SRP hashes passwords. */
export const poolNameOf = ({ userPoolId, region }: Pick<PoolSettings, 'userPoolId' | 'region'>): string =>
  userPoolId.slice(region.length + 1);

/** The `iss` of every token, in the form that AWS uses, so that verifiers need no special case. */
export const issuerOf = ({ userPoolId, region }: Pick<PoolSettings, 'userPoolId' | 'region'>): string =>
  `https://cognito-idp.${region}.amazonaws.com/${userPoolId}`;
