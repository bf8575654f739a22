import { z } from 'zod';

const HOUR = 3600;
const DAY = 24 * HOUR;

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
  ...(refreshTokenRotation === 'DISABLED' ? (['ALLOW_REFRESH_TOKEN_AUTH'] as const) : []),
];

/** The settings of an app client with the names and defaults of CreateUserPoolClient; times are in seconds. */
export const clientConfigSchema = z
  .strictObject({
    clientId: z
      .string()
      .regex(/^[a-z0-9]{26}$/)
      .default('localcognitoclient00000001'),
    clientName: z.string().min(1).max(128).default('client'),
    /** Makes the client confidential: unusable in browsers. */
    clientSecret: z.string().min(24).max(64).optional(),
    /** The default is SRP and, without rotation, refresh tokens. */
    explicitAuthFlows: z.array(z.enum(explicitAuthFlows)).optional(),
    accessTokenValiditySeconds: z.int().min(1).max(DAY).default(HOUR),
    idTokenValiditySeconds: z.int().min(1).max(DAY).default(HOUR),
    refreshTokenValiditySeconds: z
      .int()
      .min(1)
      .max(3650 * DAY)
      .default(30 * DAY),
    refreshTokenRotation: z.enum(['ENABLED', 'DISABLED']).default('DISABLED'),
    refreshTokenGraceSeconds: z.int().min(0).max(60).default(0),
    /** How long a challenge stays open. Cognito allows 3 to 15 minutes. */
    authSessionValiditySeconds: z.int().min(1).max(900).default(180),
    /** How long the pool of AWS reuses its SSO session for this client. Here, there are none. */
    ssoSession: z.strictObject({ maxValidityMinutes: z.int().min(0).max(129_600).default(60) }).prefault({}),
    preventUserExistenceErrors: z.enum(['ENABLED', 'LEGACY']).default('LEGACY'),
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

/** An app client with all defaults filled in. */
export type UserPoolClient = z.output<typeof clientConfigSchema>;
