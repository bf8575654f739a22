import { expect, type Locator, type Page } from '@playwright/test';

export const fileRow = (page: Page, name: string): Locator => page.getByRole('row').filter({ hasText: name });

export const uploadItem = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: 'Uploads' }).getByRole('listitem').filter({ hasText: name });

type Payload = string | { name: string; mimeType: string; buffer: Buffer };

export const chooseFiles = async (page: Page, files: Payload[]): Promise<void> => {
  const input = page.getByLabel('Choose files');
  const paths = files.filter((file) => typeof file === 'string');
  if (paths.length === files.length) await input.setInputFiles(paths);
  else await input.setInputFiles(files.filter((file) => typeof file !== 'string'));
};

export const upload = async (page: Page, name: string, content: string | Buffer, mimeType = 'text/plain') => {
  await chooseFiles(page, [{ name, mimeType, buffer: Buffer.from(content) }]);
  await expect(uploadItem(page, name).getByText('Done')).toBeVisible();
  await expect(fileRow(page, name)).toBeVisible();
};

/** Holds matching requests back until the returned function is called. */
export const hold = async (page: Page, requests: Parameters<Page['route']>[0]): Promise<() => void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(requests, async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
};

/** Holds the parts of uploads back until the returned function is called. */
export const holdParts = (page: Page): Promise<() => void> =>
  hold(page, (url) => url.searchParams.has('partNumber'));

/** Chooses an action of a file's menu. */
export const chooseAction = async (page: Page, name: string, action: string): Promise<void> => {
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
};

/**
 * Moves a file to the trash and waits for the response: the row disappears earlier, and navigating away would cancel
 * the request.
 */
export const moveToTrash = async (page: Page, name: string): Promise<void> => {
  await chooseAction(page, name, 'Move to trash');
  // Messages shorten long names.
  const message = page.getByRole('status').getByText(' was moved to the trash.');
  await expect(message.filter({ hasText: name.slice(0, 20) })).toBeVisible();
};

/** Opens the share dialog of a file and waits for its lists, which move the buttons below them. */
export const openShareDialog = async (page: Page, name: string): Promise<Locator> => {
  await chooseAction(page, name, 'Share');
  const dialog = page.getByRole('dialog', { name: `Share ${name}` });
  await expect(dialog).toBeVisible();
  await expect(dialog.locator('.skeleton')).toHaveCount(0);
  return dialog;
};

/** Downloads a file through its menu and returns the path of the saved file. */
export const download = async (
  page: Page,
  name: string,
): Promise<{ path: string; suggestedName: string }> => {
  const saved = page.waitForEvent('download');
  await chooseAction(page, name, 'Download');
  const file = await saved;
  return { path: await file.path(), suggestedName: file.suggestedFilename() };
};
