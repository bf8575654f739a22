import { describe, expect, test } from 'vitest';
import { userPoolConfigSchema } from './pool-settings.ts';

// Source: CreateUserPool and CreateUserPoolClient in the Cognito API reference.
describe('the default settings', () => {
  test('of a pool are those of Cognito', () => {
    expect(userPoolConfigSchema.parse({})).toMatchObject({
      requiredAttributes: [],
      attributesRequireVerificationBeforeUpdate: [],
      allowAdminCreateUserOnly: false,
      allowedFirstAuthFactors: ['PASSWORD'],
      mfaConfiguration: 'OFF',
      enabledMfas: [],
      passwordPolicy: {
        minimumLength: 8,
        requireLowercase: true,
        requireUppercase: true,
        requireNumbers: true,
        requireSymbols: true,
        temporaryPasswordValidityDays: 7,
      },
      webAuthn: { relyingPartyId: null },
      resourceServers: [],
      identityProviders: [],
    });
  });

  test('of a client are those of Cognito', () => {
    const [client] = userPoolConfigSchema.parse({}).clients;

    expect(client).toMatchObject({
      explicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      accessTokenValiditySeconds: 60 * 60,
      idTokenValiditySeconds: 60 * 60,
      refreshTokenValiditySeconds: 30 * 24 * 60 * 60,
      refreshTokenRotation: 'DISABLED',
      authSessionValiditySeconds: 3 * 60,
      preventUserExistenceErrors: 'LEGACY',
      allowedOAuthFlows: [],
      callbackUrls: [],
      logoutUrls: [],
      supportedIdentityProviders: ['COGNITO'],
    });
  });
});
