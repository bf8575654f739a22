import { expect, type Page, test } from '@playwright/test';
import { chooseAction, fileRow, openShareDialog, upload } from '../support/files.ts';
import { createPerson, signInAsNew } from '../support/people.ts';

const phone = { width: 390, height: 844 };

const tapOn = async (page: Page, button: string): Promise<void> => {
  const box = await page.getByRole('button', { name: button, exact: true }).boundingBox();
  if (box === null) throw new Error(`The button "${button}" is not visible.`);
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
};

/** Shares a file with Ben and asks to end that: a dialog over a dialog. */
const askToRemoveAccess = async (page: Page) => {
  const sharing = await openShareDialog(page, 'notes.txt');
  await sharing.getByLabel('Email address').fill('ben@example.com');
  await sharing.getByRole('button', { name: 'Share', exact: true }).click();
  await sharing.getByRole('button', { name: 'Remove ben@example.com' }).click();
  const asking = page.getByRole('dialog', { name: 'Remove access?' });
  await expect(asking).toBeVisible();
  return { sharing, asking };
};

test.describe('on a phone', () => {
  test.use({ viewport: phone, hasTouch: true });

  test('a tap beside a dialog closes only the topmost one and hits nothing under it', async ({ page }) => {
    await signInAsNew(page, createPerson('Ana'));
    await upload(page, 'notes.txt', 'words');
    const { sharing, asking } = await askToRemoveAccess(page);

    await tapOn(page, 'Sign out');
    await expect(asking).toBeHidden();
    await expect(sharing).toBeVisible();

    await tapOn(page, 'Sign out');
    await expect(sharing).toBeHidden();
    await expect(fileRow(page, 'notes.txt')).toBeVisible();
  });
});

test('a step back closes the topmost dialog, and the address keeps a dialog about a file open', async ({
  page,
}) => {
  const stepBack = () => page.evaluate(() => history.back());
  const entries = () => page.evaluate(() => history.length);
  await signInAsNew(page, createPerson('Ana'));
  await upload(page, 'notes.txt', 'words');
  const before = await entries();
  const { sharing, asking } = await askToRemoveAccess(page);

  await stepBack();
  await expect(asking).toBeHidden();
  await expect(sharing).toBeVisible();
  await stepBack();
  await expect(sharing).toBeHidden();
  await expect(page).toHaveURL('/files');

  const preview = page.getByRole('dialog', { name: 'notes.txt', exact: true });
  for (const action of ['Open', 'Rename', 'Open']) {
    await chooseAction(page, 'notes.txt', action);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL('/files');
  }
  expect(await entries()).toBe(before + 1);

  await fileRow(page, 'notes.txt').click();
  const address = page.url();
  await page.reload();
  await expect(preview.getByText('words')).toBeVisible();
  await page.goto('/trash');
  await page.goto(address);
  await expect(preview.getByText('words')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL('/files');
  await expect(page.getByRole('main')).toBeFocused();
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
