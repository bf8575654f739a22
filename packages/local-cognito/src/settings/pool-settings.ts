import { z } from 'zod';
import { clientConfigSchema, type UserPoolClient } from './client-settings.ts';
import { identityPoolConfigSchema } from './identity-pool-settings.ts';

const passwordPolicySchema = z.strictObject({
  minimumLength: z.int().min(6).max(99).default(8),
  requireLowercase: z.boolean().default(true),
  requireUppercase: z.boolean().default(true),
  requireNumbers: z.boolean().default(true),
  requireSymbols: z.boolean().default(true),
  temporaryPasswordValidityDays: z.int().min(1).max(365).default(7),
});

const webAuthnSchema = z.strictObject({
  /** Required for passkeys: `localhost` for pages of this machine. */
  relyingPartyId: z.string().nullable().default(null),
  userVerification: z.enum(['preferred', 'required']).default('preferred'),
  factorConfiguration: z
    .enum(['SINGLE_FACTOR', 'MULTI_FACTOR_WITH_USER_VERIFICATION'])
    .default('SINGLE_FACTOR'),
});

const deviceConfigurationSchema = z.strictObject({
  challengeRequiredOnNewDevice: z.boolean().default(false),
  deviceOnlyRememberedOnUserPrompt: z.boolean().default(false),
});

const tokenSessionSchema = z.strictObject({
  /** The next sign-in beyond the limit ends the least recently used session. */
  maxPerUser: z.int().min(1).max(100).default(20),
});

const resourceServerSchema = z.strictObject({
  identifier: z.string().min(1).max(256),
  name: z.string().min(1).max(256),
  scopes: z.array(z.strictObject({ scopeName: z.string().min(1), scopeDescription: z.string().min(1) })),
});

const standardScopes = ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin'];

const identityProviderSchema = z.strictObject({
  providerName: z
    .string()
    .regex(/^[^_\s][^_\s]*$/)
    .max(32),
  providerType: z.enum(['Google', 'SignInWithApple', 'Facebook', 'LoginWithAmazon', 'SAML', 'OIDC']),
  /** User attributes by the provider's claims that fill them, as in CreateIdentityProvider. */
  attributeMapping: z
    .record(z.string(), z.enum(['sub', 'email', 'email_verified', 'name']))
    .default({ email: 'email', name: 'name' }),
});

const clientsSchema = z
  .array(clientConfigSchema)
  .min(1)
  .refine((clients) => new Set(clients.map(({ clientId }) => clientId)).size === clients.length, {
    error: 'Every client needs an id of its own.',
  })
  .transform((clients) => clients as [UserPoolClient, ...UserPoolClient[]]);

type ResourceServer = z.output<typeof resourceServerSchema>;

const hasKnownScopes = (
  { allowedOAuthScopes }: UserPoolClient,
  { resourceServers }: { resourceServers: ResourceServer[] },
): boolean => {
  const custom = resourceServers.flatMap(({ identifier, scopes }) =>
    scopes.map(({ scopeName }) => `${identifier}/${scopeName}`),
  );
  return allowedOAuthScopes.every((scope) => [...standardScopes, ...custom].includes(scope));
};

const hasKnownProviders = (
  { supportedIdentityProviders }: UserPoolClient,
  { identityProviders }: { identityProviders: { providerName: string }[] },
): boolean => {
  const names = ['COGNITO', ...identityProviders.map(({ providerName }) => providerName)];
  return supportedIdentityProviders.every((name) => names.includes(name));
};

/** The settings of the pool and its clients with the names and defaults of CreateUserPool. */
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
    poolName: z.string().min(1).max(128).default('local'),
    /** The first is the app's own client: `issueTokens` issues its tokens. */
    clients: clientsSchema.prefault([{}]),
    requiredAttributes: z.array(z.string()).default([]),
    customAttributes: z.array(z.string().regex(/^custom:[\w-]{1,20}$/)).default([]),
    /** A new value of these attributes takes effect only after its code is confirmed. */
    attributesRequireVerificationBeforeUpdate: z.array(z.literal('email')).default([]),
    allowAdminCreateUserOnly: z.boolean().default(false),
    allowedFirstAuthFactors: z.array(z.enum(['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'])).default(['PASSWORD']),
    mfaConfiguration: z.enum(['OFF', 'OPTIONAL', 'ON']).default('OFF'),
    enabledMfas: z.array(z.enum(['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'])).default([]),
    passwordPolicy: passwordPolicySchema.prefault({}),
    webAuthn: webAuthnSchema.prefault({}),
    /** Devices are remembered only with it. */
    deviceConfiguration: deviceConfigurationSchema.optional(),
    userSessionTracking: z.enum(['ENABLED', 'DISABLED']).default('DISABLED'),
    tokenSession: tokenSessionSchema.prefault({}),
    resourceServers: z.array(resourceServerSchema).default([]),
    identityProviders: z.array(identityProviderSchema).default([]),
    /** There is an identity pool only with it. */
    identityPool: identityPoolConfigSchema.optional(),
  })
  .transform((config) => ({ ...config, userPoolId: config.userPoolId ?? `${config.region}_Local0001` }))
  .refine((settings) => settings.clients.every((client) => hasKnownScopes(client, settings)), {
    path: ['clients'],
    error: 'allowedOAuthScopes names a scope of no resource server.',
  })
  .refine((settings) => settings.clients.every((client) => hasKnownProviders(client, settings)), {
    path: ['clients'],
    error: 'supportedIdentityProviders names none of the identityProviders.',
  })
  .refine((settings) => settings.userPoolId.startsWith(`${settings.region}_`), {
    path: ['userPoolId'],
    error: 'The pool id must begin with the region.',
  });

/** The input of the settings. Everything has a default. */
export type UserPoolConfig = z.input<typeof userPoolConfigSchema>;

/** The settings with all defaults filled in. */
export type PoolSettings = z.output<typeof userPoolConfigSchema>;

/** An external identity provider. */
export type IdentityProvider = PoolSettings['identityProviders'][number];

/** The rules for new passwords. */
export type PasswordPolicy = PoolSettings['passwordPolicy'];

/** The part of the pool id after the region. SRP hashes passwords with it. */
export const poolNameOf = ({ userPoolId, region }: Pick<PoolSettings, 'userPoolId' | 'region'>): string =>
  userPoolId.slice(region.length + 1);

/** The `iss` of each token, in AWS's form, so that verifiers need no special case. */
export const issuerOf = ({ userPoolId, region }: Pick<PoolSettings, 'userPoolId' | 'region'>): string =>
  `https://cognito-idp.${region}.amazonaws.com/${userPoolId}`;
