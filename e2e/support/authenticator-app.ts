import type { EmailMfaSettingsType } from '@aws-sdk/client-cognito-identity-provider';
import type { Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { createPoolClient } from './pool.ts';
import { accessTokenOf } from './tokens.ts';

const periodMilliseconds = 30_000;

/** An authenticator app with one secret. */
export const createAuthenticatorApp = (secret: string) => {
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  let used = 0;
  return {
    /**
     * Returns a code that was not returned before. Cognito also accepts those of the neighboring periods: a code stays
     * valid for 30 seconds or more, and a second one within the same period is that of the next.
     */
    nextCode: (): string => {
      const period = Math.max(Math.floor(Date.now() / periodMilliseconds), used + 1);
      used = period;
      return app.generate({ timestamp: period * periodMilliseconds });
    },
  };
};

/** Sets up an authenticator app for the signed-in user of the page, for stories that are not about that. */
export const addAuthenticatorApp = async (page: Page, EmailMfaSettings?: EmailMfaSettingsType) => {
  const pool = createPoolClient();
  const AccessToken = await accessTokenOf(page);
  const { SecretCode = '' } = await pool.associateSoftwareToken({ AccessToken });
  const app = createAuthenticatorApp(SecretCode);
  await pool.verifySoftwareToken({ AccessToken, UserCode: app.nextCode() });
  await pool.setUserMFAPreference({
    AccessToken,
    SoftwareTokenMfaSettings: { Enabled: true },
    EmailMfaSettings,
  });
  return app;
};
