import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import { invalidParameter } from '../errors.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { definePoolAction } from './admin-action.ts';
import { describeMfaConfig, type MfaConfig } from './mfa-config.ts';
import { userPoolId } from './request-fields.ts';

const requestSchema = z.object({
  UserPoolId: userPoolId,
  MfaConfiguration: z.enum(['OFF', 'ON', 'OPTIONAL']).optional(),
  SoftwareTokenMfaConfiguration: z.object({ Enabled: z.boolean().default(false) }).optional(),
  EmailMfaConfiguration: z.object({}).optional(),
  SmsMfaConfiguration: z.object({}).optional(),
  WebAuthnConfiguration: z
    .object({
      RelyingPartyId: z.string().min(1).max(127).optional(),
      UserVerification: z.enum(['required', 'preferred']).optional(),
      FactorConfiguration: z.enum(['SINGLE_FACTOR', 'MULTI_FACTOR_WITH_USER_VERIFICATION']).optional(),
    })
    .optional(),
});

type MfaConfigRequest = z.output<typeof requestSchema>;

const applyRequest = (settings: MfaConfig, request: MfaConfigRequest): MfaConfig => {
  const { SoftwareTokenMfaConfiguration: app, EmailMfaConfiguration, WebAuthnConfiguration } = request;
  const { webAuthn } = settings;
  const hasApp = app?.Enabled ?? settings.enabledMfas.includes('SOFTWARE_TOKEN_MFA');
  const hasEmail = EmailMfaConfiguration !== undefined || settings.enabledMfas.includes('EMAIL_OTP');
  return {
    mfaConfiguration: request.MfaConfiguration ?? settings.mfaConfiguration,
    enabledMfas: [
      ...(hasApp ? (['SOFTWARE_TOKEN_MFA'] as const) : []),
      ...(hasEmail ? (['EMAIL_OTP'] as const) : []),
    ],
    webAuthn: {
      relyingPartyId: WebAuthnConfiguration?.RelyingPartyId ?? webAuthn.relyingPartyId,
      userVerification: WebAuthnConfiguration?.UserVerification ?? webAuthn.userVerification,
      factorConfiguration: WebAuthnConfiguration?.FactorConfiguration ?? webAuthn.factorConfiguration,
    },
  };
};

/** Throws InvalidParameterException for factors that would evade a required second factor. */
const assertConsistent = (
  { mfaConfiguration, enabledMfas, webAuthn }: MfaConfig,
  { allowedFirstAuthFactors }: PoolSettings,
): void => {
  if (mfaConfiguration === 'OFF') return;
  if (enabledMfas.length === 0) throw invalidParameter('MFA needs a second factor that is enabled.');
  if (mfaConfiguration === 'OPTIONAL') return;
  if (allowedFirstAuthFactors.includes('EMAIL_OTP')) {
    throw invalidParameter('EMAIL_OTP cannot be a first factor while MFA is required.');
  }
  const isSingleFactor = webAuthn.factorConfiguration === 'SINGLE_FACTOR';
  if (allowedFirstAuthFactors.includes('WEB_AUTHN') && isSingleFactor) {
    throw invalidParameter('WEB_AUTHN needs MULTI_FACTOR_WITH_USER_VERIFICATION while MFA is required.');
  }
};

/** Changes the second factors and the passkey settings that the request contains, until the server stops. */
export const createSetUserPoolMfaConfig = (pool: { settings: PoolSettings }): Action =>
  definePoolAction(pool, requestSchema, (request) => {
    if (request.SmsMfaConfiguration) throw invalidParameter('The pool has no SMS configuration.');
    const changed = applyRequest(pool.settings, request);
    assertConsistent(changed, pool.settings);
    Object.assign(pool.settings, changed);
    return describeMfaConfig(changed);
  });
