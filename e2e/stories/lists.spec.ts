import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/expect-accessible.ts';
import { chooseFiles, fileRow } from '../support/files.ts';
import { look, lookAtList } from '../support/look.ts';
import { createPerson, signInAsNew } from '../support/people.ts';

const textFile = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(name) });

/** Uploads one file after another, so that the list has them in the reverse order. */
const uploadAll = async (page: Page, names: string[]): Promise<void> => {
  for (const name of names) {
    await chooseFiles(page, [textFile(name)]);
    await expect(fileRow(page, name)).toBeVisible();
  }
  await page.getByRole('button', { name: 'Dismiss all' }).click();
};

const selected = (page: Page) => page.getByRole('row', { selected: true });
const inFocus = (page: Page, name: string) =>
  expect(page.getByRole('button', { name, exact: true })).toBeFocused();

test('many files are selected with the mouse, trashed with one request, and brought back', async ({
  page,
}) => {
  await signInAsNew(page, createPerson('Ana'));
  await uploadAll(page, ['5.txt', '4.txt', '3.txt', '2.txt', '1.txt']);
  const requests: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/items/')) requests.push(request.url());
  });

  await page.getByRole('checkbox', { name: 'Select 1.txt' }).check();
  await fileRow(page, '3.txt').click({ modifiers: ['Shift'] });
  await fileRow(page, '5.txt').click({ modifiers: ['ControlOrMeta'] });
  await expect(selected(page)).toHaveCount(4);
  await expect(page.getByRole('status').getByText('4 files selected')).toBeVisible();
  await lookAtList(page, 'files-selected');
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 720 });

  await page.getByRole('button', { name: 'Move to trash' }).click();
  await expect(page.getByText('4 files were moved to the trash.')).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('4 files were moved back to your files.')).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(6);
  expect(requests.map((url) => new URL(url).pathname)).toEqual(['/api/items/batch', '/api/items/batch']);

  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await expect(selected(page)).toHaveCount(5);
  await page.route('**/api/items/batch', (route) => route.abort());
  await page.getByRole('button', { name: 'Move to trash' }).click();
  await expect(page.getByText('5 files were not moved to the trash.')).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(6);
});

test('the list is used with the keyboard alone', async ({ page }) => {
  await signInAsNew(page, createPerson('Ana'));
  await uploadAll(page, ['4.txt', '3.txt', '2.txt', '1.txt']);
  await page.getByRole('main').focus();

  await page.keyboard.press('ArrowDown');
  await inFocus(page, '1.txt');
  await page.keyboard.press('End');
  await inFocus(page, '4.txt');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowDown');
  await inFocus(page, '2.txt');
  await expect(selected(page)).toHaveCount(2);
  await page.keyboard.press('Control+Space');
  await expect(selected(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(selected(page)).toHaveCount(0);
  await page.keyboard.press('Control+a');
  await expect(selected(page)).toHaveCount(4);
  await page.keyboard.press('Escape');

  await page.keyboard.press('F2');
  const dialog = page.getByRole('dialog', { name: 'Rename 2.txt' });
  await expect(dialog.getByLabel('Name')).toBeFocused();
  await page.keyboard.type('two');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(fileRow(page, 'two.txt')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(fileRow(page, '2.txt')).toBeVisible();

  await page.getByRole('button', { name: '3.txt', exact: true }).focus();
  await page.keyboard.press('Delete');
  await expect(page.getByText('3.txt was moved to the trash.')).toBeVisible();
  await expect(fileRow(page, '3.txt')).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: '1.txt' })).toBeVisible();
});

test('a grid shows the same files, is remembered, and the arrow keys follow its columns', async ({
  page,
}) => {
  await signInAsNew(page, createPerson('Ana'));
  await uploadAll(page, ['6.txt', '5.txt', '4.txt', '3.txt', '2.txt', '1.txt']);

  await page.getByRole('button', { name: 'Show as grid' }).click();
  await look(page, 'files-grid');
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.reload();
  await expect(page.getByRole('button', { name: 'Show as list' })).toBeVisible();
  await page.getByRole('main').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await inFocus(page, '2.txt');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: '2.txt', exact: true })).not.toBeFocused();
  await page.keyboard.press('ArrowUp');
  await inFocus(page, '2.txt');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a long press selects a file, and then a tap another one', async ({ page }) => {
    await signInAsNew(page, createPerson('Ana'));
    await uploadAll(page, ['3.txt', '2.txt', '1.txt']);
    const row = fileRow(page, '2.txt');
    const box = await row.boundingBox();
    if (box === null) throw new Error('The row has no box.');
    const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };

    const touch = await page.context().newCDPSession(page);
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
    await expect(selected(page)).toHaveCount(1);
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await fileRow(page, '3.txt').tap();
    await expect(selected(page)).toHaveCount(2);

    await page.getByRole('button', { name: 'Move to trash' }).tap();
    await expect(page.getByText('2 files were moved to the trash.')).toBeVisible();
    await page.getByRole('link', { name: 'Trash' }).tap();
    await page.getByRole('checkbox', { name: 'Select all' }).check();
    await page.getByRole('button', { name: 'Delete permanently' }).tap();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete permanently' }).tap();
    await expect(page.getByText('2 files were permanently deleted.')).toBeVisible();
    await expect(page.getByText('The trash is empty')).toBeVisible();
  });
});
