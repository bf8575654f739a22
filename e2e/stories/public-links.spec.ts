import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { hold, openShareDialog, upload } from '../support/files.ts';
import { createPerson, signUp } from '../support/people.ts';

test('a public link opens without an account until it is revoked', async ({ browser }) => {
  const anasPage = await (await browser.newContext()).newPage();
  await signUp(anasPage, createPerson('Ana'));
  await upload(anasPage, 'flyer.txt', 'come all');
  const dialog = await openShareDialog(anasPage, 'flyer.txt');
  const release = await hold(anasPage, '**/api/items/*/links');
  await dialog.getByRole('button', { name: 'Create link' }).click();
  // The dialog stays open because the address is shown only once.
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeDisabled();
  release();
  const url = await dialog.getByLabel('Public link', { exact: true }).inputValue();

  const visitor = await (await browser.newContext()).newPage();
  const sent: string[] = [];
  visitor.on('request', (request) => sent.push(`${request.url()} ${JSON.stringify(request.headers())}`));
  await visitor.goto(url);
  await expect(visitor.getByRole('heading', { name: 'flyer.txt' })).toBeVisible();
  const saved = visitor.waitForEvent('download');
  await visitor.getByRole('button', { name: 'Download' }).click();
  expect(await readFile(await (await saved).path(), 'utf8')).toBe('come all');
  const secret = new URL(url).hash.slice(1);
  expect(secret).toHaveLength(43);
  expect(sent.filter((request) => request.includes(secret))).toEqual([]);

  // As some mail gateways pass it on.
  await visitor.goto(url.replace('#', '%23'));
  await expect(visitor.getByRole('heading', { name: 'flyer.txt' })).toBeVisible();
  expect(visitor.url()).toBe(url);

  await dialog.getByRole('button', { name: 'Revoke link' }).first().click();
  const confirm = anasPage.getByRole('dialog').last().getByRole('button', { name: 'Revoke', exact: true });
  await confirm.click();
  await expect(dialog.getByRole('button', { name: 'Revoke link' })).toHaveCount(0);
  await visitor.reload();
  await expect(visitor.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
});

for (const hash of ['', '#too-short', `#${'A'.repeat(43)}`]) {
  test(`a public link with the fragment "${hash}" does not work`, async ({ page }) => {
    await page.goto(`/s${hash}`);
    await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
  });
}

test('a public link does not load the sign-in code', async ({ page }) => {
  const signInCode: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/assets\/(user-app|sign-in)-/.test(pathname)) signInCode.push(pathname);
  });

  await page.goto(`/s#${'A'.repeat(43)}`);
  await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
  expect(signInCode).toEqual([]);

  await page.goto('/sign-in');
  await expect(page.getByLabel('Email', { exact: true })).toBeVisible();
  expect(signInCode).not.toEqual([]);
});
