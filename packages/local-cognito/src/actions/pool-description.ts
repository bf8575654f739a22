import { acrConfiguration } from '../authentication-levels/authentication-level.ts';
import type { UserPoolClient } from '../settings/client-settings.ts';
import type { PasswordPolicy, PoolSettings } from '../settings/pool-settings.ts';
import { describeSchema } from './schema-description.ts';

// The account id of AWS's examples.
const ACCOUNT = '123456789012';

const describePasswordPolicy = (policy: PasswordPolicy) => ({
  MinimumLength: policy.minimumLength,
  RequireLowercase: policy.requireLowercase,
  RequireUppercase: policy.requireUppercase,
  RequireNumbers: policy.requireNumbers,
  RequireSymbols: policy.requireSymbols,
  TemporaryPasswordValidityDays: policy.temporaryPasswordValidityDays,
});

/** The ARN of the pool. */
export const arnOf = ({ region, userPoolId }: Pick<PoolSettings, 'region' | 'userPoolId'>): string =>
  `arn:aws:cognito-idp:${region}:${ACCOUNT}:userpool/${userPoolId}`;

/** Maps the settings of the pool to the UserPoolType of the API model. */
export const describeUserPool = (settings: PoolSettings, numberOfUsers: number) => ({
  Id: settings.userPoolId,
  Name: settings.poolName,
  Arn: arnOf(settings),
  Policies: {
    PasswordPolicy: describePasswordPolicy(settings.passwordPolicy),
    SignInPolicy: { AllowedFirstAuthFactors: settings.allowedFirstAuthFactors },
  },
  LambdaConfig: {},
  SchemaAttributes: describeSchema(settings),
  AutoVerifiedAttributes: ['email'],
  UsernameAttributes: ['email'],
  UsernameConfiguration: { CaseSensitive: false },
  UserAttributeUpdateSettings: {
    AttributesRequireVerificationBeforeUpdate: settings.attributesRequireVerificationBeforeUpdate,
  },
  MfaConfiguration: settings.mfaConfiguration,
  EstimatedNumberOfUsers: numberOfUsers,
  UserPoolTags: {},
  ...(settings.deviceConfiguration && {
    DeviceConfiguration: {
      ChallengeRequiredOnNewDevice: settings.deviceConfiguration.challengeRequiredOnNewDevice,
      DeviceOnlyRememberedOnUserPrompt: settings.deviceConfiguration.deviceOnlyRememberedOnUserPrompt,
    },
  }),
  AcrConfiguration: acrConfiguration,
  AdminCreateUserConfig: { AllowAdminCreateUserOnly: settings.allowAdminCreateUserOnly },
  AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1, Name: 'verified_email' }] },
});

/** Maps the settings of a client to the UserPoolClientType of the API model. */
export const describeClient = ({ userPoolId }: Pick<PoolSettings, 'userPoolId'>, client: UserPoolClient) => ({
  UserPoolId: userPoolId,
  ClientId: client.clientId,
  ClientName: client.clientName,
  ...(client.clientSecret && { ClientSecret: client.clientSecret }),
  AccessTokenValidity: client.accessTokenValiditySeconds,
  IdTokenValidity: client.idTokenValiditySeconds,
  RefreshTokenValidity: client.refreshTokenValiditySeconds,
  TokenValidityUnits: { AccessToken: 'seconds', IdToken: 'seconds', RefreshToken: 'seconds' },
  ...(client.readAttributes && { ReadAttributes: client.readAttributes }),
  ...(client.writeAttributes && { WriteAttributes: client.writeAttributes }),
  ExplicitAuthFlows: client.explicitAuthFlows,
  SupportedIdentityProviders: client.supportedIdentityProviders,
  CallbackURLs: client.callbackUrls,
  LogoutURLs: client.logoutUrls,
  AllowedOAuthFlows: client.allowedOAuthFlows,
  AllowedOAuthScopes: client.allowedOAuthScopes,
  AllowedOAuthFlowsUserPoolClient: client.allowedOAuthFlows.length > 0,
  PreventUserExistenceErrors: client.preventUserExistenceErrors,
  EnableTokenRevocation: true,
  AuthSessionValidity: Math.ceil(client.authSessionValiditySeconds / 60),
  RefreshTokenRotation: {
    Feature: client.refreshTokenRotation,
    RetryGracePeriodSeconds: client.refreshTokenGraceSeconds,
  },
});
