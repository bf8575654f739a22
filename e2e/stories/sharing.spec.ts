import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { download, fileRow, hold, openShareDialog, upload } from '../support/files.ts';
import { readMessage } from '../support/mailbox.ts';
import { createPerson, signIn, signUp } from '../support/people.ts';
import { stack } from '../support/stack.ts';

test('a viewer invited by email can open and download a file, nothing else, until access is removed', async ({
  browser,
}) => {
  const ana = createPerson('Ana');
  const ben = createPerson('Ben');
  const anasPage = await (await browser.newContext()).newPage();
  const bensPage = await (await browser.newContext()).newPage();
  await signUp(anasPage, ana);
  await upload(anasPage, 'plans.txt', 'the plans');

  const dialog = await openShareDialog(anasPage, 'plans.txt');
  await dialog.getByLabel('Email address').fill(ben.email);
  const release = await hold(anasPage, '**/api/items/*/grants');
  await dialog.getByRole('button', { name: 'Share', exact: true }).click();
  // The dialog stays open because it shows a possible error.
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeDisabled();
  release();
  await expect(dialog.getByText(`Invitation sent to ${ben.email}.`)).toBeVisible();
  await readMessage(ben.email, /shared/i);

  await signUp(bensPage, ben);
  await bensPage.getByRole('link', { name: 'Shared with me' }).click();
  await expect(fileRow(bensPage, 'plans.txt')).toBeVisible();
  const saved = await download(bensPage, 'plans.txt');
  expect(await readFile(saved.path, 'utf8')).toBe('the plans');

  await bensPage.getByRole('button', { name: 'Actions for plans.txt' }).click();
  await expect(bensPage.getByRole('menuitem', { name: 'Download' })).toBeVisible();
  await expect(bensPage.getByRole('menuitem', { name: 'Rename' })).toHaveCount(0);
  await expect(bensPage.getByRole('menuitem', { name: 'Move to trash' })).toHaveCount(0);
  await bensPage.keyboard.press('Escape');
  // With the token of a new session: the page's own token may expire any second.
  const bensOtherPage = await (await browser.newContext()).newPage();
  await signIn(bensOtherPage, ben);
  expect(await requestAsViewer(bensOtherPage)).toEqual({ rename: 403, trash: 403, delete: 403 });

  await dialog.getByRole('button', { name: `Remove ${ben.email}` }).click();
  await anasPage.getByRole('button', { name: 'Remove access' }).click();
  await expect(dialog.getByText(ben.email)).toHaveCount(0);
  await fileRow(bensPage, 'plans.txt').click();
  await expect(bensPage.getByRole('dialog').getByText('This file is no longer available')).toBeVisible();
  await expect(bensPage.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  await bensPage.keyboard.press('Escape');
  await expect(fileRow(bensPage, 'plans.txt')).toHaveCount(0);
});

const requestAsViewer = async (page: Page) => {
  const accessToken = await page.evaluate(
    () => Object.entries(localStorage).find(([key]) => key.endsWith('.accessToken'))?.[1] ?? '',
  );
  const api = `http://localhost:${stack().apiPort}/api`;
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
  const list = await fetch(`${api}/items?view=shared`, { headers });
  const { items } = (await list.json()) as { items: { id: string }[] };
  const item = `${api}/items/${items[0]?.id}`;
  const rename = await fetch(item, { method: 'PATCH', headers, body: JSON.stringify({ name: 'mine.txt' }) });
  const trash = await fetch(`${item}/trash`, { method: 'POST', headers });
  const remove = await fetch(item, { method: 'DELETE', headers });
  return { rename: rename.status, trash: trash.status, delete: remove.status };
};
