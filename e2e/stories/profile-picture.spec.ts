import { expect, test } from '@playwright/test';
import { look } from '../support/look.ts';
import { createPerson, signInAsNew } from '../support/people.ts';
import { createPhoto } from '../support/sample-files.ts';

test('a user adds a picture, sees it on every page and removes it', async ({ page }) => {
  await signInAsNew(page, createPerson('Ann'));
  await page.goto('/account');
  const section = page.getByRole('region', { name: 'Picture' });
  const stored = page.waitForRequest((request) => request.method() === 'PUT');

  await section
    .getByLabel('Choose a picture')
    .setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: createPhoto() });

  expect(new URL((await stored).url()).pathname).toMatch(
    /^\/share-my-files-profiles\/profiles\/[0-9a-f-]{36}\/picture$/,
  );
  await expect(section.getByRole('button', { name: 'Change picture' })).toBeVisible();
  await page.reload();
  await expect(page.locator('.sidebar__person img')).toBeVisible();
  await look(page, 'profile-picture');

  await section.getByRole('button', { name: 'Remove' }).click();
  await expect(section.getByRole('button', { name: 'Add a picture' })).toBeVisible();
});

test('a user without a picture sees initials and no broken image', async ({ page }) => {
  const refused = page.waitForEvent('requestfailed', (request) => /\/picture\?/.test(request.url()));
  await signInAsNew(page, createPerson('Cleo'));
  await refused;

  await expect(page.locator('.sidebar__person img')).toHaveJSProperty('complete', true);
  await expect(page.locator('.sidebar__person img')).toBeHidden();
});

test('a file that is not a picture is rejected with a message and not stored', async ({ page }) => {
  await signInAsNew(page, createPerson('Bob'));
  await page.goto('/account');
  const section = page.getByRole('region', { name: 'Picture' });

  await section
    .getByLabel('Choose a picture')
    .setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });

  await expect(section.getByRole('alert')).toContainText('cannot read this picture');
  await expect(section.getByRole('button', { name: 'Add a picture' })).toBeVisible();
});
