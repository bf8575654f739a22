import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider';
import { expect, type Page } from '@playwright/test';
import { userPoolClientId } from '../../scripts/dev/local-aws.ts';

export const accessTokenOf = (page: Page): Promise<string> =>
  page.evaluate(() => Object.entries(localStorage).find(([key]) => key.endsWith('.accessToken'))?.[1] ?? '');

const claimsOf = (token: string): { exp: number; username: string } =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

/** Stores tokens where Amplify finds them, as its own sign-in does. */
export const storeTokens = async (
  page: Page,
  { AccessToken = '', IdToken = '', RefreshToken = '' }: AuthenticationResultType,
): Promise<void> => {
  const { username } = claimsOf(AccessToken);
  const prefix = `CognitoIdentityServiceProvider.${userPoolClientId}`;
  const entries = {
    [`${prefix}.${username}.accessToken`]: AccessToken,
    [`${prefix}.${username}.idToken`]: IdToken,
    [`${prefix}.${username}.refreshToken`]: RefreshToken,
    [`${prefix}.LastAuthUser`]: username,
  };
  // Of the same origin, and without the app.
  await page.goto('/robots.txt');
  await page.evaluate((stored) => Object.assign(localStorage, stored), entries);
};

// The page removes a token that Cognito has refused to refresh.
const expiryOf = (token: string): number => (token === '' ? 0 : claimsOf(token).exp);

export const waitUntilExpired = (token: string): Promise<void> =>
  expect.poll(() => Date.now() / 1000, { timeout: 60_000 }).toBeGreaterThan(expiryOf(token));
