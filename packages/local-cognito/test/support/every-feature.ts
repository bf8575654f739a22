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

/** Turns on what Cognito leaves off by default, unless the given settings say otherwise. */
export const withEveryFeature = ({ clients = [{}], webAuthn, ...given }: UserPoolConfig): UserPoolConfig => ({
  requiredAttributes: ['email'],
  attributesRequireVerificationBeforeUpdate: ['email'],
  allowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'],
  mfaConfiguration: 'OPTIONAL',
  enabledMfas: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'],
  ...given,
  webAuthn: { relyingPartyId: 'localhost', ...webAuthn },
  clients: clients.map(client),
});
