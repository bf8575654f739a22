import type { LocalCognito } from '@share-my-files/local-cognito';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { inject, onTestFinished } from 'vitest';
import type { Auth } from '../page/page.ts';

/** An empty browser window, closed when the test ends. */
export const openWindow = async (permissions: string[] = []): Promise<BrowserContext> => {
  const browser = await chromium.connect(inject('browserEndpoint'));
  onTestFinished(() => browser.close());
  return browser.newContext({ permissions });
};

/** An app that uses a pool: a page in which nobody is signed in yet. */
export type App = {
  page: Page;
  /**
   * Calls a function of `aws-amplify/auth` in the page. Throws an Error with the name and message from there.
   */
  auth: <Name extends keyof Auth>(
    name: Name,
    ...args: Parameters<Auth[Name]>
  ) => Promise<Awaited<ReturnType<Auth[Name]>>>;
  /** Reloads the page and keeps its storage. */
  reload: () => Promise<void>;
};

/** Opens the app, whose origin differs from the pool's. */
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
