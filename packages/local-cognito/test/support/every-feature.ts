import type { UserPoolConfig } from '@share-my-files/local-cognito';

type ClientConfig = NonNullable<UserPoolConfig['clients']>[number];

const client = ({ refreshTokenRotation = 'ENABLED', ...given }: ClientConfig): ClientConfig => ({
  explicitAuthFlows: [
    'ALLOW_USER_SRP_AUTH',
    'ALLOW_USER_AUTH',
    ...(refreshTokenRotation === 'DISABLED' ? (['ALLOW_REFRESH_TOKEN_AUTH'] as const) : []),
  ],
  accessTokenValiditySeconds: 900,
  idTokenValiditySeconds: 900,
  refreshTokenRotation,
  refreshTokenGraceSeconds: 30,
  preventUserExistenceErrors: 'ENABLED',
  ...given,
});

/** Enables what is off by default in Cognito, unless the given settings differ. */
export const withEveryFeature = ({ clients = [{}], webAuthn, ...given }: UserPoolConfig): UserPoolConfig => ({
  requiredAttributes: ['email'],
  attributesRequireVerificationBeforeUpdate: ['email'],
  allowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'],
  mfaConfiguration: 'OPTIONAL',
  enabledMfas: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'],
  userSessionTracking: 'ENABLED',
  ...given,
  webAuthn: { relyingPartyId: 'localhost', ...webAuthn },
  clients: clients.map(client),
});
