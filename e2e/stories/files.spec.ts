import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { chooseAction, chooseFiles, download, fileRow, hold, upload, uploadItem } from '../support/files.ts';
import { createPerson, signInAsNew } from '../support/people.ts';
import { createPdf, createPhoto, hashFile, writeRandomFile, writeSample } from '../support/sample-files.ts';

test('a photo, a PDF and a 300 MB video are uploaded with progress, listed, opened and downloaded unchanged', async ({
  page,
}, testInfo) => {
  const directory = testInfo.outputPath();
  const photo = await writeSample(directory, 'harbour at dusk.png', createPhoto());
  const pdf = await writeSample(directory, 'contract.pdf', createPdf());
  const video = join(directory, 'holiday 🎉.mp4');
  await writeRandomFile(video, 300 * 1024 * 1024);
  await signInAsNew(page, createPerson('Ana'));

  const part = page.waitForRequest(
    (request) => request.method() === 'PUT' && request.url().includes('partNumber='),
  );
  await chooseFiles(page, [photo, pdf, video]);
  const bar = uploadItem(page, 'holiday').getByRole('progressbar');
  await expect(bar).toHaveAttribute('aria-valuenow', /^[1-9][0-9]?$/);
  for (const name of ['harbour at dusk.png', 'contract.pdf', 'holiday 🎉.mp4']) {
    await expect(uploadItem(page, name).getByText('Done')).toBeVisible({ timeout: 240_000 });
    await expect(fileRow(page, name)).toBeVisible();
  }
  expect((await part).headers().authorization).toBeUndefined();

  await page.getByRole('button', { name: 'harbour at dusk.png', exact: true }).click();
  const image = page.getByRole('dialog').getByRole('img', { name: 'harbour at dusk.png' });
  await expect(image).toHaveJSProperty('naturalWidth', 640);
  await page.keyboard.press('Escape');

  for (const [name, original] of [
    ['harbour at dusk.png', photo],
    ['contract.pdf', pdf],
    ['holiday 🎉.mp4', video],
  ] as const) {
    const saved = await download(page, name);
    expect(saved.suggestedName).toBe(name);
    expect(await hashFile(saved.path)).toBe(await hashFile(original));
  }
});

test('a message about an error appears above an open dialog and can be closed', async ({ page }) => {
  await signInAsNew(page, createPerson('Ana'));
  await upload(page, 'notes.txt', 'words');
  await page.getByRole('button', { name: 'notes.txt', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'notes.txt' });
  await expect(dialog.getByText('words')).toBeVisible();
  await page.route('**/api/items/*/download?*', (route) => route.abort());

  await dialog.getByRole('button', { name: 'Download' }).click();

  const message = page.getByRole('status').getByText('notes.txt was not downloaded.');
  await expect(message).toBeVisible();
  await page.getByRole('button', { name: 'Close message' }).click();
  await expect(message).toBeHidden();
});

test('files can be dropped anywhere on the page', async ({ page }) => {
  await signInAsNew(page, createPerson('Ana'));
  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['dropped text'], 'dropped.txt', { type: 'text/plain' }));
    return data;
  });

  await page.dispatchEvent('body', 'dragenter', { dataTransfer: dropped });
  await page.dispatchEvent('body', 'dragover', { dataTransfer: dropped });
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });

  await expect(uploadItem(page, 'dropped.txt').getByText('Done')).toBeVisible();
  await expect(fileRow(page, 'dropped.txt')).toBeVisible();
});

test('an empty file is uploaded and downloaded', async ({ page }) => {
  await signInAsNew(page, createPerson('Ana'));

  await upload(page, 'empty.txt', '');

  const saved = await download(page, 'empty.txt');
  expect(await readFile(saved.path, 'utf8')).toBe('');
});

test('a file is renamed, trashed, restored and permanently deleted', async ({ page }) => {
  await signInAsNew(page, createPerson('Ana'));
  await upload(page, 'draft.txt', 'words');

  await chooseAction(page, 'draft.txt', 'Rename');
  const dialog = page.getByRole('dialog', { name: 'Rename draft.txt' });
  await dialog.getByLabel('Name').fill('final.txt');
  const release = await hold(page, '**/api/items/*');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  release();
  await expect(dialog).toBeHidden();
  await expect(fileRow(page, 'final.txt')).toBeVisible();

  await chooseAction(page, 'final.txt', 'Move to trash');
  await expect(fileRow(page, 'final.txt')).toHaveCount(0);
  const trashed = page.getByRole('listitem').filter({ hasText: 'final.txt was moved to the trash.' });
  await trashed.getByRole('button', { name: 'Undo' }).click();
  await expect(fileRow(page, 'final.txt')).toBeVisible();

  await chooseAction(page, 'final.txt', 'Move to trash');
  await page.getByRole('link', { name: 'Trash' }).click();
  await chooseAction(page, 'final.txt', 'Restore');
  await expect(fileRow(page, 'final.txt')).toHaveCount(0);
  await page.getByRole('link', { name: 'My files' }).click();
  await expect(fileRow(page, 'final.txt')).toBeVisible();

  await chooseAction(page, 'final.txt', 'Move to trash');
  await page.getByRole('link', { name: 'Trash' }).click();
  await chooseAction(page, 'final.txt', 'Delete permanently');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete permanently' }).click();
  await expect(page.getByText('final.txt was permanently deleted.')).toBeVisible();
  await expect(fileRow(page, 'final.txt')).toHaveCount(0);
});
