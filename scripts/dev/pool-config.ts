import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { identityPool } from './identity-pool.ts';
import type { Settings } from './settings.ts';

/** What the app itself asks for when a person signs in with another service. */
export const scopes = ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin'];

type PoolConfig = { clients?: object[] } & Record<string, unknown>;

// The name of the user and whether the address is theirs come from the provider, at every sign-in.
const attributeMapping = { email: 'email', email_verified: 'email_verified', name: 'name' };

const identityProviders = ['Google', 'SignInWithApple'].map((name) => ({
  providerName: name,
  providerType: name,
  attributeMapping,
}));

// As in `infra`: what works here has to work there.
const pool = {
  enabledMfas: ['SOFTWARE_TOKEN_MFA'],
  webAuthn: { userVerification: 'required' },
  identityProviders,
  identityPool,
};

const webClient = (webOrigin: string) => ({
  explicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_AUTH'],
  readAttributes: ['email', 'email_verified', 'name'],
  writeAttributes: ['email', 'name'],
  allowedOAuthFlows: ['code'],
  allowedOAuthScopes: scopes,
  callbackUrls: [`${webOrigin}/sign-in/callback`],
  logoutUrls: [`${webOrigin}/sign-in`],
  supportedIdentityProviders: ['COGNITO', ...identityProviders.map(({ providerName }) => providerName)],
});

const readPoolConfig = (file: string): PoolConfig => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as PoolConfig;
  } catch (cause) {
    throw new Error(`--pool-config ${file}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
};

/** Writes the pool's settings into the data folder: the app's own, and over them those of `--pool-config`. */
export const writePoolConfig = (settings: Settings, webOrigin: string): string => {
  const { poolConfig, dataDirectory } = settings;
  const given: PoolConfig = poolConfig === undefined ? {} : readPoolConfig(poolConfig);
  const [ownClient, ...otherClients] = given.clients ?? [];
  const clients = [{ ...webClient(webOrigin), ...ownClient }, ...otherClients];
  const file = resolve(dataDirectory, 'pool-config.json');
  mkdirSync(dataDirectory, { recursive: true });
  writeFileSync(file, JSON.stringify({ ...pool, ...given, clients }, null, 2));
  return file;
};
