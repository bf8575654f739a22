import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/expect-accessible.ts';
import {
  chooseAction,
  chooseFiles,
  fileRow,
  moveToTrash,
  openShareDialog,
  upload,
} from '../support/files.ts';
import { look, lookAtList } from '../support/look.ts';
import { createPerson, signInAsNew, signUp } from '../support/people.ts';
import { createPdf, createPhoto } from '../support/sample-files.ts';
import { stack } from '../support/stack.ts';

test('guest pages pass axe and never scroll sideways, on desktop and phone, light and dark', async ({
  page,
}) => {
  for (const path of ['sign-in', 'sign-up', 'reset-password', 'no-such-page', 's', 'goodbye']) {
    await page.goto(`/${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await look(page, path);
    await expectAccessible(page);
  }
  const mailbox = `http://localhost:${stack().cognitoPort}/mailbox`;
  await signUp(page, createPerson('Ana'));
  await page.goto(mailbox);
  await expect(page.getByRole('button', { name: /^\d+ Copy$/ }).first()).toBeVisible();
  await look(page, 'mailbox');
  await expectAccessible(page);
});

/** Expects that messages over the page cover neither one another nor a control that is always there. */
const expectUncovered = async (page: Page): Promise<void> => {
  const messages = [page.locator('.offline-banner'), page.locator('.toast')];
  const others = [
    page.getByRole('heading', { level: 1 }),
    page.getByRole('button', { name: 'Sign out' }),
    page.getByRole('link', { name: 'Trash' }),
    page.getByRole('region', { name: 'Uploads' }),
  ];
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    const boxes = await Promise.all([...messages, ...others].map((part) => part.boundingBox()));
    const areas = boxes.map((box) => box ?? { x: 0, y: 0, width: 0, height: 0 });
    const covered = areas
      .slice(0, messages.length)
      .flatMap((message, index) =>
        areas
          .slice(index + 1)
          .filter(
            ({ x, y, width, height }) =>
              x < message.x + message.width &&
              message.x < x + width &&
              y < message.y + message.height &&
              message.y < y + height,
          ),
      );
    expect(covered, `covered at ${width} px`).toEqual([]);
  }
};

const longName = `${'a_name_that_goes_on_and_on_without_a_single_space_'.repeat(4)}.txt`;

test('signed-in pages pass axe and never scroll sideways, on desktop and phone, light and dark', async ({
  page,
  context,
  browser,
}) => {
  const ben = createPerson('Ben');
  await signInAsNew(page, createPerson('Ana'));
  await look(page, 'files-empty');
  await upload(page, longName, 'many words\n'.repeat(200));
  await upload(page, 'budget 2027.csv', 'a,b\n1,2\n', 'text/csv');
  await chooseFiles(page, [
    { name: 'harbour at dusk.png', mimeType: 'image/png', buffer: createPhoto() },
    { name: 'contract.pdf', mimeType: 'application/pdf', buffer: createPdf() },
  ]);
  await expect(fileRow(page, 'contract.pdf')).toBeVisible();
  await expect(fileRow(page, 'harbour at dusk.png')).toBeVisible();
  await look(page, 'files-uploads');
  await context.setOffline(true);
  await expect(page.getByText('You are offline.')).toBeVisible();
  await page.evaluate(() => void Promise.reject(new Error('Nobody handles this.')));
  await expect(page.getByText('Something went wrong. If nothing happened,')).toBeVisible();
  await expectUncovered(page);
  await look(page, 'offline');
  await context.setOffline(false);
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  const lastRow = await fileRow(page, longName).boundingBox();
  const panel = await page.getByRole('region', { name: 'Uploads' }).boundingBox();
  expect((lastRow?.y ?? 0) + (lastRow?.height ?? 0), 'end of the list').toBeLessThan(panel?.y ?? 0);
  await page.getByRole('button', { name: 'Dismiss' }).first().click();
  await lookAtList(page, 'files');
  await page.getByRole('button', { name: 'Actions for contract.pdf' }).click();
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  // The whole row opens the file.
  await fileRow(page, 'harbour at dusk.png').click({ position: { x: 12, y: 12 } });
  await expect(page.getByRole('dialog').getByRole('img')).toHaveJSProperty('complete', true);
  await look(page, 'preview');
  await page.keyboard.press('Escape');
  await fileRow(page, longName).click({ position: { x: 12, y: 12 } });
  await expect(page.getByRole('dialog').getByText('many words')).toBeVisible();
  await look(page, 'preview-text');
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  const dialog = await openShareDialog(page, longName);
  await expect(dialog.getByLabel('Email address')).toBeFocused();
  await dialog.getByLabel('Email address').fill(ben.email);
  await dialog.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(dialog.getByText(`Invitation sent to ${ben.email}.`)).toBeVisible();
  await dialog.getByRole('button', { name: 'Create link' }).click();
  const link = await dialog.getByLabel('Public link', { exact: true }).inputValue();
  await look(page, 'share');
  await expectAccessible(page);
  // At most two lines, however long the name.
  const title = dialog.getByRole('heading', { level: 2 });
  expect(await title.evaluate((element) => element.clientHeight)).toBeLessThan(60);
  await page.keyboard.press('Escape');

  await moveToTrash(page, 'budget 2027.csv');
  await look(page, 'message');
  await expectAccessible(page);
  for (const path of ['shared', 'account']) {
    await page.goto(`/${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await look(page, path);
    await expectAccessible(page);
  }

  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(link);
  await expect(visitor.getByRole('heading', { name: longName })).toBeVisible();
  await look(visitor, 'public-link');
  await expectAccessible(visitor);
  await signInAsNew(visitor, ben);
  await visitor.goto('/shared');
  await expect(fileRow(visitor, longName)).toBeVisible();
  await lookAtList(visitor, 'shared-with-ben');

  await page.goto('/');
  await moveToTrash(page, longName);
  await page.goto('/trash');
  await expect(fileRow(page, longName)).toBeVisible();
  await look(page, 'trash');
  await chooseAction(page, longName, 'Delete permanently');
  await expect(page.getByRole('dialog', { name: 'Delete permanently?' })).toBeVisible();
  await look(page, 'delete-permanently');
});
