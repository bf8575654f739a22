import type { PoolSettings } from '../settings/pool-settings.ts';

/** The settings of the pool that SetUserPoolMfaConfig changes. */
export type MfaConfig = Pick<PoolSettings, 'mfaConfiguration' | 'enabledMfas' | 'webAuthn'>;

/** Maps the settings of the pool to the response of GetUserPoolMfaConfig. */
export const describeMfaConfig = ({ mfaConfiguration, enabledMfas, webAuthn }: MfaConfig) => ({
  MfaConfiguration: mfaConfiguration,
  SoftwareTokenMfaConfiguration: { Enabled: enabledMfas.includes('SOFTWARE_TOKEN_MFA') },
  ...(enabledMfas.includes('EMAIL_OTP') && { EmailMfaConfiguration: {} }),
  WebAuthnConfiguration: {
    ...(webAuthn.relyingPartyId !== null && { RelyingPartyId: webAuthn.relyingPartyId }),
    UserVerification: webAuthn.userVerification,
    FactorConfiguration: webAuthn.factorConfiguration,
  },
});
