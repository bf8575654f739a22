import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  describeIdentityProvider,
  type IdentityProvider,
  identityProviderNames,
  passwordPolicy,
  signInScopes,
  tokenLifetimes,
  webPaths,
} from '@share-my-files/contract';
import { identityPool, region, userPoolClientId, userPoolId } from './local-aws.ts';
import type { Settings } from './settings.ts';

type PoolConfig = {
  clients?: object[];
  allowAdminCreateUserOnly?: boolean;
  identityProviders?: { providerName: string }[];
} & Record<string, unknown>;

const minute = 60;
const day = 24 * 60 * minute;

const identityProviders = Object.values(identityProviderNames).map((name) => ({
  providerName: name,
  providerType: name,
  // The provider is the source of the name and the verified address at every sign-in.
  attributeMapping: { email: 'email', email_verified: 'email_verified', name: 'name' },
}));

// A test compares it with the pool in `infra`: what works here has to work there.
const pool = {
  region,
  userPoolId,
  requiredAttributes: ['email'],
  attributesRequireVerificationBeforeUpdate: ['email'],
  allowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'],
  mfaConfiguration: 'OPTIONAL',
  enabledMfas: ['SOFTWARE_TOKEN_MFA'],
  passwordPolicy,
  webAuthn: {
    relyingPartyId: 'localhost',
    userVerification: 'required',
    factorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
  },
  userSessionTracking: 'ENABLED',
  identityProviders,
  identityPool,
};

const webClient = (webOrigin: string) => ({
  clientId: userPoolClientId,
  clientName: 'web',
  explicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_AUTH'],
  preventUserExistenceErrors: 'ENABLED',
  accessTokenValiditySeconds: tokenLifetimes.accessTokenMinutes * minute,
  idTokenValiditySeconds: tokenLifetimes.idTokenMinutes * minute,
  refreshTokenValiditySeconds: tokenLifetimes.refreshTokenDays * day,
  refreshTokenRotation: 'ENABLED',
  refreshTokenGraceSeconds: tokenLifetimes.refreshTokenGraceSeconds,
  authSessionValiditySeconds: tokenLifetimes.authSessionMinutes * minute,
  readAttributes: ['email', 'email_verified', 'name'],
  writeAttributes: ['email', 'name'],
  allowedOAuthFlows: ['code'],
  allowedOAuthScopes: signInScopes,
  callbackUrls: [`${webOrigin}${webPaths.signInCallback}`],
  logoutUrls: [webPaths.signIn, webPaths.goodbye].map((path) => `${webOrigin}${path}`),
  supportedIdentityProviders: ['COGNITO', ...identityProviders.map(({ providerName }) => providerName)],
});

const readPoolConfig = (file: string): PoolConfig => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`--pool-config ${file}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
};

const givenPool = ({ poolConfig }: Settings): PoolConfig =>
  poolConfig === undefined ? {} : readPoolConfig(poolConfig);

/** What the web app has to know about the pool. */
export const describePool = (settings: Settings): { selfSignUp: boolean; providers: IdentityProvider[] } => {
  const { allowAdminCreateUserOnly = false, identityProviders: providers = identityProviders } =
    givenPool(settings);
  return {
    selfSignUp: !allowAdminCreateUserOnly,
    providers: providers.map(({ providerName }) => describeIdentityProvider(providerName)),
  };
};

/** Writes the pool's settings into the data folder; those of `--pool-config` override the app's own. */
export const writePoolConfig = (settings: Settings, webOrigin: string): string => {
  const { dataDirectory } = settings;
  const given = givenPool(settings);
  const [ownClient, ...otherClients] = given.clients ?? [];
  const clients = [{ ...webClient(webOrigin), ...ownClient }, ...otherClients];
  const file = resolve(dataDirectory, 'pool-config.json');
  mkdirSync(dataDirectory, { recursive: true });
  writeFileSync(file, JSON.stringify({ ...pool, ...given, clients }, null, 2));
  return file;
};
