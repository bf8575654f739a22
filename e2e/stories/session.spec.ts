import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import {
  chooseAction,
  chooseFiles,
  download,
  fileRow,
  holdParts,
  upload,
  uploadItem,
} from '../support/files.ts';
import { createPerson, expectSignInPage, type Person, signIn, signInAsNew } from '../support/people.ts';
import { hashFile, writeRandomFile } from '../support/sample-files.ts';
import { accessTokenOf, waitUntilExpired } from '../support/tokens.ts';

/** Starts a 64 MB upload that is held back, and types a name into a form. */
const startWorking = async (page: Page, person: Person, typedName: string) => {
  const video = join(test.info().outputPath(), 'long.mp4');
  await writeRandomFile(video, 64 * 1024 * 1024);
  await signInAsNew(page, person);
  await upload(page, 'notes.txt', 'words');
  const releaseParts = await holdParts(page);
  const firstPart = page.waitForRequest((request) => request.url().includes('partNumber='));
  await chooseFiles(page, [video]);
  await firstPart;
  await chooseAction(page, 'notes.txt', 'Rename');
  await page.getByRole('dialog').getByLabel('Name').fill(typedName);
  return { video, releaseParts };
};

/** Expects that the form and the upload can be completed. */
const finishWorking = async (page: Page, video: string, typedName: string): Promise<void> => {
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  await expect(fileRow(page, typedName)).toBeVisible();
  await expect(uploadItem(page, 'long.mp4').getByText('Done')).toBeVisible({ timeout: 240_000 });
  const saved = await download(page, 'long.mp4');
  expect(await hashFile(saved.path)).toBe(await hashFile(video));
};

test('a token that expires during an upload and in an open form is refreshed unnoticed', async ({ page }) => {
  const { video, releaseParts } = await startWorking(page, createPerson('Ana'), 'typed before expiry.txt');
  const token = await accessTokenOf(page);

  await waitUntilExpired(token);
  releaseParts();

  await finishWorking(page, video, 'typed before expiry.txt');
  expect(await accessTokenOf(page)).not.toBe(token);
});

test('an ended session asks to sign in again, and the upload and the form continue', async ({ browser }) => {
  const ana = createPerson('Ana');
  const page = await (await browser.newContext()).newPage();
  const otherDevice = await (await browser.newContext()).newPage();
  const { video, releaseParts } = await startWorking(page, ana, 'typed before the end.txt');

  await signIn(otherDevice, ana);
  await otherDevice.goto('/account');
  await otherDevice.getByRole('button', { name: 'Sign out everywhere' }).click();
  const confirm = otherDevice.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' });
  await confirm.click();
  await expectSignInPage(otherDevice);
  releaseParts();

  const again = page.getByRole('dialog', { name: 'Sign in again' });
  await again.getByRole('button', { name: 'Sign out instead' }).click();
  await page
    .getByRole('dialog', { name: 'Sign out now?' })
    .getByRole('button', { name: 'Keep uploading' })
    .click();
  await again.getByLabel('Password', { exact: true }).fill(ana.password);
  await again.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(again).toBeHidden();
  await finishWorking(page, video, 'typed before the end.txt');
});

test('changing the password ends all other sessions, and uploads continue in this one', async ({
  browser,
}) => {
  const ana = createPerson('Ana');
  const page = await (await browser.newContext()).newPage();
  await signInAsNew(page, ana);
  const otherDevice = await (await browser.newContext()).newPage();
  await signIn(otherDevice, ana);
  const stolenToken = await accessTokenOf(otherDevice);
  const releaseParts = await holdParts(page);
  const firstPart = page.waitForRequest((request) => request.url().includes('partNumber='));
  await chooseFiles(page, [{ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('words') }]);
  await firstPart;

  await page.getByRole('link', { name: 'Account' }).click();
  await page.getByRole('button', { name: 'Change password' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change password' });
  await dialog.getByLabel('Current password', { exact: true }).fill(ana.password);
  await dialog.getByLabel('New password', { exact: true }).fill(`${ana.password}-new`);
  await dialog.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('All other devices are signed out.')).toBeVisible();

  const replayed = await page.request.get('/api/me', { headers: { Authorization: `Bearer ${stolenToken}` } });
  expect(replayed.status()).toBe(401);
  // Not by a reload, which would lead to the sign-in page if the access token has expired by now.
  await otherDevice.getByRole('link', { name: 'Trash' }).click();
  await expect(otherDevice.getByRole('dialog', { name: 'Sign in again' })).toBeVisible();
  releaseParts();
  await expect(uploadItem(page, 'notes.txt').getByText('Done')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Unfinished uploads' })).toHaveCount(0);
  await expect(page.getByRole('dialog', { name: 'Sign in again' })).toBeHidden();
});
