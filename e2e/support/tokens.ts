import { expect, type Page } from '@playwright/test';

export const accessTokenOf = (page: Page): Promise<string> =>
  page.evaluate(() => Object.entries(localStorage).find(([key]) => key.endsWith('.accessToken'))?.[1] ?? '');

const expiryOf = (token: string): number => {
  // Removed by the page, because Cognito has refused to refresh it.
  if (token === '') return 0;
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
  return (JSON.parse(payload) as { exp: number }).exp;
};

export const waitUntilExpired = (token: string): Promise<void> =>
  expect.poll(() => Date.now() / 1000, { timeout: 60_000 }).toBeGreaterThan(expiryOf(token));
