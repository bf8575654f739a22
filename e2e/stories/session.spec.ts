import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { chooseAction, chooseFiles, download, fileRow, upload, uploadItem } from '../support/files.ts';
import { createPerson, signIn, signUp } from '../support/people.ts';
import { hashFile, writeRandomFile } from '../support/sample-files.ts';

const accessTokenOf = () =>
  Object.entries(localStorage).find(([key]) => key.endsWith('.accessToken'))?.[1] ?? '';

test('a token that expires while an upload runs and while a form is open is refreshed unnoticed', async ({
  page,
}, testInfo) => {
  const video = join(testInfo.outputPath(), 'long.mp4');
  await writeRandomFile(video, 96 * 1024 * 1024);
  await signUp(page, createPerson('Ana'));
  await upload(page, 'notes.txt', 'words');
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  // 3 MB/s makes the upload outlive the 20 s access token.
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 5,
    downloadThroughput: -1,
    uploadThroughput: 3 * 1024 * 1024,
  });

  await chooseFiles(page, [video]);
  const tokenAtStart = await page.evaluate(accessTokenOf);
  await chooseAction(page, 'notes.txt', 'Rename');
  await page.getByRole('dialog').getByLabel('Name').fill('typed before expiry.txt');
  await expect(uploadItem(page, 'long.mp4').getByText('Done')).toBeVisible({ timeout: 240_000 });
  await expect.poll(() => page.evaluate(accessTokenOf)).not.toBe(tokenAtStart);
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();

  await expect(fileRow(page, 'typed before expiry.txt')).toBeVisible();
  const saved = await download(page, 'long.mp4');
  expect(await hashFile(saved.path)).toBe(await hashFile(video));
});

test('a session that is over asks to sign in again, and the upload and the form go on', async ({
  browser,
}, testInfo) => {
  const ana = createPerson('Ana');
  const page = await (await browser.newContext()).newPage();
  const otherDevice = await (await browser.newContext()).newPage();
  const video = join(testInfo.outputPath(), 'long.mp4');
  await writeRandomFile(video, 64 * 1024 * 1024);
  await signUp(page, ana);
  await upload(page, 'notes.txt', 'words');
  await signIn(otherDevice, ana);
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 5,
    downloadThroughput: -1,
    uploadThroughput: 4 * 1024 * 1024,
  });
  await chooseFiles(page, [video]);
  await chooseAction(page, 'notes.txt', 'Rename');
  await page.getByRole('dialog').getByLabel('Name').fill('typed before the end.txt');

  await otherDevice.goto('/account');
  await otherDevice.getByRole('button', { name: 'Sign out everywhere' }).click();
  const confirm = otherDevice.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' });
  await confirm.click();
  const again = page.getByRole('dialog', { name: 'Sign in again' });
  await expect(again).toBeVisible();
  await again.getByLabel('Password', { exact: true }).fill(ana.password);
  await again.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(again).toBeHidden();

  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  await expect(fileRow(page, 'typed before the end.txt')).toBeVisible();
  await expect(uploadItem(page, 'long.mp4').getByText('Done')).toBeVisible({ timeout: 240_000 });
  const saved = await download(page, 'long.mp4');
  expect(await hashFile(saved.path)).toBe(await hashFile(video));
});
