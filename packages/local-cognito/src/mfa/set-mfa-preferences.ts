import type { Transaction } from '@share-my-files/local-server';
import { z } from 'zod';
import { invalidParameter } from '../errors.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { User } from '../users/user-repository.ts';
import type { MfaPreferences } from './mfa-preferences.ts';
import type { SecondFactors } from './second-factors.ts';

const methodSchema = z
  .object({ Enabled: z.boolean().default(false), PreferredMfa: z.boolean().optional() })
  .optional();

/** The fields of a request that set the second factors of a user. */
export const mfaSettingsFields = {
  EmailMfaSettings: methodSchema,
  SMSMfaSettings: methodSchema,
  SoftwareTokenMfaSettings: methodSchema,
  WebAuthnMfaSettings: z.object({ Enabled: z.boolean().default(false) }).optional(),
};

const settingsSchema = z.object(mfaSettingsFields);

type MfaSettings = z.output<typeof settingsSchema>;

type Dependencies = {
  settings: Pick<PoolSettings, 'webAuthn'>;
  mfaPreferences: MfaPreferences;
  secondFactors: SecondFactors;
  transaction: Transaction;
};

// A passkey alone would lock the user out with its device.
const assertPasskeyAllowed = ({ webAuthn }: Pick<PoolSettings, 'webAuthn'>, request: MfaSettings): void => {
  if (!request.WebAuthnMfaSettings?.Enabled) return;
  if (webAuthn.factorConfiguration !== 'MULTI_FACTOR_WITH_USER_VERIFICATION') {
    throw invalidParameter('WebAuthn MFA is not enabled for the user pool.');
  }
  if (!request.EmailMfaSettings?.Enabled && !request.SoftwareTokenMfaSettings?.Enabled) {
    throw invalidParameter('WebAuthn MFA requires enabling an additional MFA setting.');
  }
};

/** Sets all preferences of a request, or throws InvalidParameterException and sets none. */
export const setMfaPreferences = (
  { settings, mfaPreferences, secondFactors, transaction }: Dependencies,
  user: User,
  request: MfaSettings,
): void => {
  const { EmailMfaSettings, SMSMfaSettings, SoftwareTokenMfaSettings, WebAuthnMfaSettings } = request;
  const preferred = [EmailMfaSettings, SMSMfaSettings, SoftwareTokenMfaSettings].filter(
    (method) => method?.PreferredMfa,
  );
  if (preferred.length > 1) throw invalidParameter('Only one MFA method can be preferred.');
  if (preferred.some((method) => !method?.Enabled)) {
    throw invalidParameter('A preferred MFA method must be enabled.');
  }
  if (SMSMfaSettings?.Enabled) {
    throw invalidParameter('User does not have delivery config set to turn on SMS_MFA');
  }
  assertPasskeyAllowed(settings, request);
  const changes = [
    ['EMAIL_OTP', EmailMfaSettings],
    ['SOFTWARE_TOKEN_MFA', SoftwareTokenMfaSettings],
  ] as const;
  for (const [method, change] of changes) {
    if (change?.Enabled && !secondFactors.isUsable(user, method)) {
      throw invalidParameter(`User does not have delivery config set to turn on ${method}`);
    }
  }
  transaction(() => {
    if (WebAuthnMfaSettings) mfaPreferences.setPasskey(user.sub, WebAuthnMfaSettings.Enabled);
    for (const [method, change] of changes) {
      if (change === undefined) continue;
      const { Enabled, PreferredMfa } = change;
      mfaPreferences.set(user.sub, method, {
        isEnabled: Enabled,
        ...(PreferredMfa !== undefined && { isPreferred: PreferredMfa }),
      });
    }
  });
};
