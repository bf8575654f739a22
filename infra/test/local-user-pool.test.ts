import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { userPoolConfigSchema } from '@share-my-files/local-cognito';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writePoolConfig } from '../../scripts/dev/pool-config.ts';
import { parseSettings } from '../../scripts/dev/settings.ts';
import { configOf, synthesize, variations } from './support/synthesize.ts';
import { onlyResource } from './support/template.ts';

/** Reads the settings of the pool that `pnpm dev` starts. */
const readLocalPool = () => {
  const folder = mkdtempSync(join(tmpdir(), 'share-my-files-pool-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = writePoolConfig(parseSettings(['--data', folder]), 'http://localhost:5173');
  const { clients, ...pool } = userPoolConfigSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { pool, client: clients[0] };
};

const demo = synthesize(configOf('demo'));

describe('The user pool of `pnpm dev`', () => {
  it('has the rules of the deployed pool', () => {
    const { pool } = readLocalPool();
    const { passwordPolicy } = pool;

    expect(onlyResource(demo, 'AWS::Cognito::UserPool')).toMatchObject({
      Policies: {
        PasswordPolicy: {
          MinimumLength: passwordPolicy.minimumLength,
          RequireLowercase: passwordPolicy.requireLowercase,
          RequireUppercase: passwordPolicy.requireUppercase,
          RequireNumbers: passwordPolicy.requireNumbers,
          RequireSymbols: passwordPolicy.requireSymbols,
          TemporaryPasswordValidityDays: passwordPolicy.temporaryPasswordValidityDays,
        },
        SignInPolicy: { AllowedFirstAuthFactors: pool.allowedFirstAuthFactors },
      },
      MfaConfiguration: pool.mfaConfiguration,
      EnabledMfas: pool.enabledMfas,
      WebAuthnUserVerification: pool.webAuthn.userVerification,
      WebAuthnFactorConfiguration: pool.webAuthn.factorConfiguration,
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: pool.allowAdminCreateUserOnly },
      UserAttributeUpdateSettings: {
        AttributesRequireVerificationBeforeUpdate: pool.attributesRequireVerificationBeforeUpdate,
      },
      Schema: pool.requiredAttributes.map((Name) => ({ Name, Required: true })),
    });
    expect(onlyResource(demo, 'AWS::Cognito::UserPoolSessionConfigurationAttachment')).toMatchObject({
      UserSessionTracking: pool.userSessionTracking,
      TokenSession: { MaxPerUser: pool.tokenSession.maxPerUser },
    });
    expect(pool.deviceConfiguration).toBeUndefined();
    expect(onlyResource(demo, 'AWS::Cognito::UserPool').DeviceConfiguration).toBeUndefined();
  });

  it('has a client with the settings of the deployed client', () => {
    const { client } = readLocalPool();

    expect(onlyResource(demo, 'AWS::Cognito::UserPoolClient')).toMatchObject({
      ExplicitAuthFlows: client.explicitAuthFlows,
      ReadAttributes: client.readAttributes,
      WriteAttributes: client.writeAttributes,
      PreventUserExistenceErrors: client.preventUserExistenceErrors,
      AccessTokenValidity: client.accessTokenValiditySeconds / 60,
      IdTokenValidity: client.idTokenValiditySeconds / 60,
      RefreshTokenValidity: client.refreshTokenValiditySeconds / 60,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
      AuthSessionValidity: client.authSessionValiditySeconds / 60,
      RefreshTokenRotation: {
        Feature: client.refreshTokenRotation,
        RetryGracePeriodSeconds: client.refreshTokenGraceSeconds,
      },
    });
  });

  it('uses the same scopes for federated sign-in', () => {
    const { client } = readLocalPool();
    const federated = variations['production with a REST API, every provider and an identity pool'];
    if (federated === undefined) throw new Error('The variation is missing.');

    expect(onlyResource(synthesize(federated), 'AWS::Cognito::UserPoolClient')).toMatchObject({
      AllowedOAuthFlows: client.allowedOAuthFlows,
      AllowedOAuthScopes: client.allowedOAuthScopes,
    });
  });
});
