import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import {
  chromiumArguments,
  chromiumIsMissing,
  provideChromium,
} from '../../../../../scripts/test/chromium.ts';
import { servePage } from './serve-page.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browserEndpoint: string;
    appOrigin: string;
  }
}

/** One browser and one app for all files. Vitest runs the returned function at the end. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const executablePath = provideChromium();
  if (executablePath === undefined) throw new Error(chromiumIsMissing);
  const [browser, app] = await Promise.all([
    chromium.launchServer({ executablePath, args: chromiumArguments }),
    servePage(),
  ]);
  project.provide('browserEndpoint', browser.wsEndpoint());
  project.provide('appOrigin', app.origin);
  return async () => {
    app.close();
    await browser.close();
  };
};
