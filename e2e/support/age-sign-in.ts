import type { Page, Route } from '@playwright/test';
import { stack } from './stack.ts';

type Renewal = { AuthenticationResult: { AccessToken: string } };

const ageToken = (token: string): string => {
  const [header, payload = '', signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const aged = { ...claims, auth_time: claims.iat - 11 * 60 };
  return [header, Buffer.from(JSON.stringify(aged)).toString('base64url'), signature].join('.');
};

/**
 * Renews tokens as eleven minutes after the sign-in, until the returned function is called. Browsers do not verify the
 * signature, which the API then rejects.
 */
export const ageSignIn = async (page: Page): Promise<() => Promise<void>> => {
  const pool = `http://localhost:${stack().cognitoPort}/`;
  const age = async (route: Route) => {
    const target = route.request().headers()['x-amz-target'];
    if (!target?.endsWith('.GetTokensFromRefreshToken')) return await route.fallback();
    const response = await route.fetch();
    const { AuthenticationResult, ...body }: Renewal = await response.json();
    const AccessToken = ageToken(AuthenticationResult.AccessToken);
    await route.fulfill({
      response,
      json: { ...body, AuthenticationResult: { ...AuthenticationResult, AccessToken } },
    });
  };
  await page.route(pool, age);
  return () => page.unroute(pool, age);
};
