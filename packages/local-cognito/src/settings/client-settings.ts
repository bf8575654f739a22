import { z } from 'zod';

const DAY = 86_400;

const explicitAuthFlows = [
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_USER_AUTH',
  'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  'ALLOW_CUSTOM_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
] as const;

type AuthFlow = (typeof explicitAuthFlows)[number];

const defaultAuthFlows = (refreshTokenRotation: 'ENABLED' | 'DISABLED'): AuthFlow[] => [
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_USER_AUTH',
  ...(refreshTokenRotation === 'DISABLED' ? (['ALLOW_REFRESH_TOKEN_AUTH'] as const) : []),
];

/** The settings of an app client, named as in CreateUserPoolClient; times are in seconds. */
export const clientConfigSchema = z
  .strictObject({
    clientId: z
      .string()
      .regex(/^[a-z0-9]{26}$/)
      .default('localsharemyfilesweb000001'),
    clientName: z.string().min(1).max(128).default('web'),
    /** With a secret the client is confidential: browsers cannot use it. */
    clientSecret: z.string().min(24).max(64).optional(),
    /** By default SRP and `USER_AUTH`, and without rotation refresh tokens. */
    explicitAuthFlows: z.array(z.enum(explicitAuthFlows)).optional(),
    accessTokenValiditySeconds: z.int().min(1).max(DAY).default(900),
    idTokenValiditySeconds: z.int().min(1).max(DAY).default(900),
    refreshTokenValiditySeconds: z
      .int()
      .min(1)
      .max(3650 * DAY)
      .default(30 * DAY),
    refreshTokenRotation: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
    refreshTokenGraceSeconds: z.int().min(0).max(60).default(30),
    /** How long a challenge waits for its answer; Cognito takes 3 to 15 minutes. */
    authSessionValiditySeconds: z.int().min(1).max(900).default(180),
    preventUserExistenceErrors: z.enum(['ENABLED', 'LEGACY']).default('ENABLED'),
    readAttributes: z.array(z.string()).optional(),
    writeAttributes: z.array(z.string()).optional(),
    allowedOAuthFlows: z.array(z.enum(['code', 'client_credentials'])).default([]),
    allowedOAuthScopes: z.array(z.string()).default([]),
    callbackUrls: z.array(z.url()).default([]),
    logoutUrls: z.array(z.url()).default([]),
    supportedIdentityProviders: z.array(z.string()).default(['COGNITO']),
  })
  .refine((client) => !client.allowedOAuthFlows.includes('client_credentials') || client.clientSecret, {
    path: ['clientSecret'],
    error: 'The grant client_credentials needs a client with a secret.',
  })
  .transform((client) => ({
    ...client,
    explicitAuthFlows: client.explicitAuthFlows ?? defaultAuthFlows(client.refreshTokenRotation),
  }))
  // https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html
  .refine(
    ({ refreshTokenRotation, explicitAuthFlows: flows }) =>
      refreshTokenRotation === 'DISABLED' || !flows.includes('ALLOW_REFRESH_TOKEN_AUTH'),
    {
      path: ['explicitAuthFlows'],
      error: 'With rotation, GetTokensFromRefreshToken takes the place of ALLOW_REFRESH_TOKEN_AUTH.',
    },
  );

/** An app client of the pool, with every default filled in. */
export type UserPoolClient = z.output<typeof clientConfigSchema>;
