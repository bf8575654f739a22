import type { Page } from '@playwright/test';
import { createPoolClient } from './pool.ts';

const readAccessToken = (page: Page): Promise<string> =>
  page.evaluate(() => Object.entries(localStorage).find(([key]) => key.endsWith('.accessToken'))?.[1] ?? '');

/** Registers a passkey of the signed-in user with the user pool, for stories that are not about that. */
export const registerPasskey = async (page: Page): Promise<void> => {
  const pool = createPoolClient();
  const AccessToken = await readAccessToken(page);
  const { CredentialCreationOptions } = await pool.startWebAuthnRegistration({ AccessToken });
  const credential = await page.evaluate(async (json) => {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(json));
    return JSON.stringify(await navigator.credentials.create({ publicKey }));
  }, JSON.stringify(CredentialCreationOptions));
  await pool.completeWebAuthnRegistration({ AccessToken, Credential: JSON.parse(credential) });
};
