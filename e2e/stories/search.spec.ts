import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/expect-accessible.ts';
import { fileRow, openShareDialog, upload } from '../support/files.ts';
import { look, lookAtList } from '../support/look.ts';
import { createPerson, signInAsNew } from '../support/people.ts';

test('own and shared files are found while typing, without accents, and by the keyboard', async ({
  page,
  browser,
}) => {
  const ben = createPerson('Ben');
  await signInAsNew(page, createPerson('Ana'));
  await upload(page, 'Résumé of Ana.txt', 'words');
  await upload(page, 'resume template.txt', 'words');
  await upload(page, 'notes.txt', 'words');
  const dialog = await openShareDialog(page, 'Résumé of Ana.txt');
  await dialog.getByLabel('Email address').fill(ben.email);
  await dialog.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(dialog.getByText(ben.email, { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Dismiss all' }).click();

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await look(page, 'shortcuts');
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await expect(fileRow(page, 'notes.txt')).toBeVisible();
  await page.keyboard.type('ana resu');
  await expect(fileRow(page, 'notes.txt')).toHaveCount(0);
  await expect(page.getByRole('rowheader')).toHaveCount(1);
  await expect(page.locator('mark')).toHaveText(['Résu', 'Ana']);
  await lookAtList(page, 'search');
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 720 });

  await page.getByRole('button', { name: 'Résumé of Ana.txt', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Résumé of Ana.txt' }).getByText('words')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL('/search?q=ana+resu');
  await page.reload();
  await expect(page.locator('mark')).toHaveText(['Résu', 'Ana']);
  await page.getByRole('searchbox').fill('no such name');
  await expect(page.getByText('No file found')).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  await signInAsNew(other, ben);
  await other.keyboard.press('Control+k');
  await other.getByRole('searchbox').fill('RESUME');
  await expect(fileRow(other, 'Résumé of Ana.txt')).toBeVisible();
  await expect(other.getByRole('rowheader')).toHaveCount(1);
  await other.context().close();
});
