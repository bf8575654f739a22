import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/expect-accessible.ts';
import { hold, moveToTrash, upload } from '../support/files.ts';
import { look } from '../support/look.ts';
import { createPerson, signInAsNew } from '../support/people.ts';

/** Lets the browser save into a folder of its own instead of asking the user for one. */
const chooseOwnFolder = (page: Page) =>
  page.addInitScript(() => {
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
  });

const savedFiles = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('ShareMyFiles');
    const contents: Record<string, string> = {};
    for await (const [folder, directory] of root) {
      if (!(directory instanceof FileSystemDirectoryHandle)) continue;
      for await (const [name, file] of directory) {
        if (file instanceof FileSystemFileHandle) {
          contents[`${folder}/${name}`] = await (await file.getFile()).text();
        }
      }
    }
    return contents;
  });

test('a user exports the data as JSON and the files into a folder, and goes on after an interruption', async ({
  page,
}) => {
  const ana = createPerson('Ana');
  await chooseOwnFolder(page);
  await signInAsNew(page, ana);
  await upload(page, 'old.txt', 'old words');
  await moveToTrash(page, 'old.txt');
  await upload(page, 'plans.txt', 'the plans');
  await upload(page, 'plans?.txt', 'more plans');
  // Without the messages and the panel of the uploads.
  await page.goto('/account');

  const json = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download my data' }).click();
  const exported = JSON.parse(await readFile(await (await json).path(), 'utf8'));
  expect(exported).toMatchObject({ account: { email: ana.email }, sessions: [{ isCurrent: true }] });
  expect(exported.files.map(({ name }: { name: string }) => name)).toEqual([
    'plans?.txt',
    'plans.txt',
    'old.txt',
  ]);
  expect(JSON.stringify(exported)).not.toContain('X-Amz-');
  await expect(page.getByText('Your data was downloaded.')).toBeVisible();

  const release = await hold(page, (url) => url.searchParams.has('X-Amz-Signature'));
  const download = page.getByRole('button', { name: 'Download all files' });
  await download.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('0 of 3 files saved (0 bytes of 28 bytes)')).toBeVisible();
  await page.getByRole('progressbar', { name: 'Files saved' }).scrollIntoViewIfNeeded();
  await look(page, 'export-files');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('3 files of 3 not saved.')).toBeVisible();
  release();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Download the rest' }).click();
  await expect(page.getByText('3 files of 3 not saved. The server cannot be reached')).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Download the rest' }).click();
  await expect(page.getByText('3 files saved.')).toBeVisible();

  expect(await savedFiles(page)).toEqual({
    'My files/plans_.txt': 'more plans',
    'My files/plans.txt': 'the plans',
    'Trash/old.txt': 'old words',
  });
});

test('a browser that cannot open folders saves all files as downloads', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showDirectoryPicker'));
  await signInAsNew(page, createPerson('Ana'));
  await upload(page, 'one.txt', '1');
  await upload(page, 'two.txt', '2');
  await page.getByRole('link', { name: 'Account' }).click();
  const names: string[] = [];
  page.on('download', (download) => names.push(download.suggestedFilename()));

  await page.getByRole('button', { name: 'Download all files' }).click();

  await expect(page.getByText('2 files saved.')).toBeVisible();
  await expect.poll(() => names).toEqual(['two.txt', 'one.txt']);
});
