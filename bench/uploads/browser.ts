import { chromium, expect, type Page } from '@playwright/test';
import { chooseFiles } from '../../e2e/support/files.ts';
import { createPerson, signInAsNew } from '../../e2e/support/people.ts';
import { chromiumArguments } from '../../scripts/test/chromium.ts';

// Ends a run that hangs.
const timeout = 10 * 60_000;

/** Uploads files through the page and waits until all of them are ready. Returns the seconds. */
const uploadFiles = async (page: Page, paths: string[]): Promise<number> => {
  await page.reload();
  await expect(page.getByRole('heading', { name: 'My files' })).toBeVisible({ timeout });
  const startedAt = performance.now();
  await chooseFiles(page, paths);
  const uploads = page.getByRole('region', { name: 'Uploads' });
  await expect(uploads.getByText('Uploads finished')).toBeVisible({ timeout });
  return (performance.now() - startedAt) / 1000;
};

/** Opens the app in a browser, signed in as a new user. */
export const openApp = async (baseURL: string, executablePath: string) => {
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  const page = await browser.newPage({ baseURL });
  const authorization = page
    .waitForRequest((request) => request.headers().authorization?.startsWith('Bearer ') ?? false)
    .then((request) => request.headers().authorization ?? '');
  await signInAsNew(page, createPerson('Ana'));
  return {
    authorization: await authorization,
    uploadFiles: (paths: string[]) => uploadFiles(page, paths),
    stop: () => browser.close(),
  };
};
