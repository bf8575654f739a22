import { expect, type Page, test } from '@playwright/test';
import { fileRow, openShareDialog, upload } from '../support/files.ts';
import { createPerson, signInAsNew } from '../support/people.ts';

const phone = { width: 390, height: 844 };

const tapOn = async (page: Page, button: string): Promise<void> => {
  const box = await page.getByRole('button', { name: button, exact: true }).boundingBox();
  if (box === null) throw new Error(`The button "${button}" is not visible.`);
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
};

test.describe('on a phone', () => {
  test.use({ viewport: phone, hasTouch: true });

  test('a tap beside a dialog closes only the topmost one and hits nothing under it', async ({ page }) => {
    await signInAsNew(page, createPerson('Ana'));
    await upload(page, 'notes.txt', 'words');
    const sharing = await openShareDialog(page, 'notes.txt');
    await sharing.getByLabel('Email address').fill('ben@example.com');
    await sharing.getByRole('button', { name: 'Share', exact: true }).click();
    await sharing.getByRole('button', { name: 'Remove ben@example.com' }).click();
    const asking = page.getByRole('dialog', { name: 'Remove access?' });
    await expect(asking).toBeVisible();

    await tapOn(page, 'Sign out');
    await expect(asking).toBeHidden();
    await expect(sharing).toBeVisible();

    await tapOn(page, 'Sign out');
    await expect(sharing).toBeHidden();
    await expect(fileRow(page, 'notes.txt')).toBeVisible();
  });
});

test('a dialog stays open when its edge is pressed or a selection is dragged out of it', async ({ page }) => {
  await signInAsNew(page, createPerson('Ana'));
  await upload(page, 'notes.txt', 'words');
  const dialog = await openShareDialog(page, 'notes.txt');
  const email = dialog.getByLabel('Email address');
  await email.fill('ben@example.com');
  // Headless Chromium hides scrollbars; a border is part of the dialog, like a scrollbar.
  const { x, y, width, height } = await dialog.evaluate((element) => {
    element.style.borderRight = '1rem solid';
    return element.getBoundingClientRect();
  });

  await page.mouse.click(x + width - 4, y + height / 2);
  await email.hover();
  await page.mouse.down();
  await page.mouse.move(x - 50, y + height / 2);
  await page.mouse.up();

  await expect(email).toHaveValue('ben@example.com');
});
