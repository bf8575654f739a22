import { expect, type Page, test } from '@playwright/test';
import { chooseAction, fileRow, openShareDialog, upload } from '../support/files.ts';
import { listenToComplaints } from '../support/listen-to-complaints.ts';
import { createPerson, signIn, signInAsNew, signOut, signUp } from '../support/people.ts';
import { createPhoto, createSilence } from '../support/sample-files.ts';

const preview = async (
  page: Page,
  name: string,
  check: (dialog: ReturnType<Page['getByRole']>) => Promise<void>,
) => {
  await page.getByRole('button', { name, exact: true }).click();
  await check(page.getByRole('dialog', { name }));
  await page.keyboard.press('Escape');
};

const previewEverything = async (page: Page) => {
  await preview(page, 'harbour.png', (dialog) =>
    expect(dialog.getByRole('img')).toHaveJSProperty('naturalWidth', 640),
  );
  await preview(page, 'notes.txt', (dialog) => expect(dialog.getByText('the notes')).toBeVisible());
  await preview(page, 'silence.wav', (dialog) =>
    expect(dialog.locator('audio')).toHaveJSProperty('duration', 1),
  );
};

const createPublicLink = async (page: Page, name: string): Promise<string> => {
  const dialog = await openShareDialog(page, name);
  await dialog.getByRole('button', { name: 'Create link' }).click();
  const url = await dialog.getByLabel('Public link', { exact: true }).inputValue();
  await page.keyboard.press('Escape');
  return url;
};

test('the app runs without violating the Content-Security-Policy of production', async ({ page }) => {
  const complaints = await listenToComplaints(page);
  const ana = createPerson('Ana');
  await signUp(page, ana);
  await signOut(page);
  await signIn(page, ana);

  await upload(page, 'harbour.png', createPhoto(), 'image/png');
  await upload(page, 'notes.txt', 'the notes');
  await upload(page, 'silence.wav', createSilence(), 'audio/vnd.wave');
  await previewEverything(page);
  const url = new URL(await createPublicLink(page, 'notes.txt'));

  await chooseAction(page, 'harbour.png', 'Move to trash');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(fileRow(page, 'harbour.png')).toBeVisible();
  for (const name of ['Shared with me', 'Trash']) {
    await page.getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  }
  await page.goto('/account');
  await expect(page.getByRole('button', { name: 'Change password' })).toBeVisible();
  const picture = { name: 'me.png', mimeType: 'image/png', buffer: createPhoto() };
  await page.getByLabel('Choose a picture').setInputFiles(picture);
  await expect(page.getByRole('button', { name: 'Change picture' })).toBeVisible();
  await expect(page.locator('.sidebar__person img')).toHaveJSProperty('complete', true);

  await page.goto(`${url.pathname}${url.hash}`);
  await expect(page.getByRole('heading', { name: 'notes.txt' })).toBeVisible();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  await saved;

  expect(complaints).toEqual([]);
});

test('the Content-Security-Policy blocks styles and handlers in markup', async ({ page }) => {
  const complaints = await listenToComplaints(page);
  await page.goto('/sign-in');
  await page.getByLabel('Email', { exact: true }).waitFor();

  await page.evaluate(() => {
    const markup =
      '<style>body { opacity: 0 }</style><img src="/none.png" onerror="document.title = \'stolen\'">';
    document.body.insertAdjacentHTML('beforeend', markup);
  });

  await expect
    .poll(() => complaints.map((text) => text.split(' ')[0]))
    .toEqual(expect.arrayContaining(['style-src-elem:', 'script-src-attr:']));
  await expect(page).not.toHaveTitle('stolen');
  await expect(page.locator('body')).toHaveCSS('opacity', '1');
});

test('the page shows that it is loading while the code of the first page loads', async ({ page }) => {
  const complaints = await listenToComplaints(page);
  const loading = page.getByLabel('Loading');
  let heldBack = 0;
  await page.route(/\/assets\/sign-in-(?!callback)\S*\.js$/, async (route) => {
    heldBack += 1;
    await expect(loading).toBeVisible();
    await route.continue();
  });

  await page.goto('/sign-in');

  await expect(page.getByLabel('Email', { exact: true })).toBeVisible();
  await expect(loading).toHaveCount(0);
  expect(heldBack).toBe(1);
  expect(complaints).toEqual([]);
});

test('pages that were never opened open offline', async ({ page, context }) => {
  const lastOfAll = page.waitForResponse(/\/assets\/upload-rows-\S*\.js$/);
  await signInAsNew(page, createPerson('Ana'));
  await lastOfAll;
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);

  for (const name of ['Shared with me', 'Trash', 'Account']) {
    await page.getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  }
});
