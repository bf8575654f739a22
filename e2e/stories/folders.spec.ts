import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/expect-accessible.ts';
import { chooseAction, fileRow, moveToTrash, upload } from '../support/files.ts';
import { look, lookAtList } from '../support/look.ts';
import { createPerson, signInAsNew } from '../support/people.ts';

const createFolder = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: 'New folder' }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(fileRow(page, name)).toBeVisible();
};

const open = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).press('Enter');
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
};

const breadcrumbs = (page: Page) => page.getByRole('navigation', { name: 'Breadcrumbs' });

test('folders are created, opened, left and found again by their address', async ({ page }) => {
  await signInAsNew(page, createPerson('Ana'));
  await createFolder(page, 'Holidays');

  await page.getByRole('button', { name: 'New folder' }).click();
  await page.getByLabel('Name', { exact: true }).fill('HOLIDAYS');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByText('There is already an item named “HOLIDAYS”')).toBeVisible();
  await look(page, 'new-folder');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Cancel' }).click();

  await open(page, 'Holidays');
  await expect(page.getByRole('heading', { name: 'This folder is empty' })).toBeVisible();
  await createFolder(page, 'Beach');
  await open(page, 'Beach');
  await upload(page, 'sea.txt', 'blue');
  await page.getByRole('button', { name: 'Dismiss all' }).click();
  await expect(breadcrumbs(page).getByRole('link')).toHaveText(['My files', 'Holidays']);
  await lookAtList(page, 'folder');
  await expectAccessible(page);

  await page.reload();
  await expect(fileRow(page, 'sea.txt')).toBeVisible();
  await breadcrumbs(page).getByRole('link', { name: 'Holidays' }).click();
  await expect(fileRow(page, 'Beach')).toBeVisible();
  await page.goBack();
  await expect(fileRow(page, 'sea.txt')).toBeVisible();
  await page.goto('/files');
  await expect(fileRow(page, 'Holidays')).toBeVisible();
  await expect(fileRow(page, 'sea.txt')).toHaveCount(0);
});

test('files are moved with a tree of folders, and a taken name is asked about', async ({ page }) => {
  await signInAsNew(page, createPerson('Ana'));
  await createFolder(page, 'Letters');
  await upload(page, 'a.txt', 'outside');
  await open(page, 'Letters');
  await upload(page, 'a.txt', 'inside');
  await page.goto('/files');

  await chooseAction(page, 'a.txt', 'Move');
  const dialog = page.getByRole('dialog', { name: 'Move a.txt' });
  await dialog.getByRole('radio', { name: 'Letters' }).check();
  await look(page, 'move');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(dialog.getByText('already contains an item named “a.txt”')).toBeVisible();
  await look(page, 'move-name-taken');
  await dialog.getByRole('button', { name: 'Keep both' }).click();
  await expect(page.getByText('a.txt was moved.')).toBeVisible();
  await expect(fileRow(page, 'a.txt')).toHaveCount(0);
  await open(page, 'Letters');
  await expect(fileRow(page, 'a (2).txt')).toBeVisible();

  await page.goto('/files');
  await moveToTrash(page, 'Letters');
  await page.goto('/trash');
  await chooseAction(page, 'Letters', 'Restore');
  await expect(page.getByText('Letters was moved back')).toBeVisible();
  await page.goto('/files');
  await open(page, 'Letters');
  await expect(page.getByRole('rowheader')).toHaveCount(2);
});

test('a folder is shared, and an editor adds to it', async ({ page, browser }) => {
  const ben = createPerson('Ben');
  const bens = await browser.newPage();
  await signInAsNew(bens, ben);
  await signInAsNew(page, createPerson('Ana'));
  await createFolder(page, 'Private');
  await open(page, 'Private');
  await createFolder(page, 'Team');
  await chooseAction(page, 'Team', 'Share');
  await page.getByLabel('Email').fill(ben.email);
  await page.getByLabel('Role', { exact: true }).selectOption('editor');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page.getByText('Ben has access now.')).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();

  await bens.goto('/shared');
  await open(bens, 'Team');
  await expect(breadcrumbs(bens).getByRole('link')).toHaveText(['Shared with me']);
  await upload(bens, 'plan.txt', 'our plan');
  await open(page, 'Team');
  await expect(fileRow(page, 'plan.txt')).toBeVisible();
  await bens.close();
});
