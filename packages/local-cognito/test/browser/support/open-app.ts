import type { LocalCognito } from '@share-my-files/local-cognito';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { inject, onTestFinished } from 'vitest';
import type { Auth } from '../page/page.ts';

/** A browser window with nothing stored, closed when the test ends. */
export const openWindow = async (permissions: string[] = []): Promise<BrowserContext> => {
  const browser = await chromium.connect(inject('browserEndpoint'));
  onTestFinished(() => browser.close());
  return browser.newContext({ permissions });
};

/** An app that uses a pool: a page that nobody has signed in to yet. */
export type App = {
  page: Page;
  /** Calls a function of `aws-amplify/auth` in the page; throws an Error of the name and message thrown there. */
  auth: <Name extends keyof Auth>(
    name: Name,
    ...args: Parameters<Auth[Name]>
  ) => Promise<Awaited<ReturnType<Auth[Name]>>>;
  /** Loads the page again, as after F5: what was stored stays. */
  reload: () => Promise<void>;
};

/** Opens the app, which has an origin other than the pool's. */
export const openApp = async (pool: LocalCognito, context?: BrowserContext): Promise<App> => {
  const browserWindow = context ?? (await openWindow());
  const page = await browserWindow.newPage();
  const load = async () => {
    await page.goto(inject('appOrigin'));
    const { userPoolId, userPoolClientId, endpoint: userPoolEndpoint } = pool;
    await page.evaluate((Cognito) => window.configure({ Auth: { Cognito } }), {
      userPoolId,
      userPoolClientId,
      userPoolEndpoint,
    });
  };
  await load();
  return {
    page,
    reload: load,
    auth: async (name, ...args) => {
      const outcome = await page.evaluate(([name, args]) => window.call(name, args), [name, args] as const);
      if ('error' in outcome) throw Object.assign(new Error(outcome.error.message), outcome.error);
      return outcome.value as never;
    },
  };
};
