import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/expect-accessible.ts';
import { chooseFiles, fileRow, holdParts, openShareDialog, upload } from '../support/files.ts';
import { look } from '../support/look.ts';
import { createPerson, fillSignInForm, type Person, signInAsNew } from '../support/people.ts';

const createLink = async (page: Page, name: string): Promise<string> => {
  const dialog = await openShareDialog(page, name);
  await dialog.getByRole('button', { name: 'Create link' }).click();
  const address = await dialog.getByLabel('Public link', { exact: true }).inputValue();
  await page.keyboard.press('Escape');
  return address;
};

const shareWith = async (page: Page, name: string, { email }: Person): Promise<void> => {
  const dialog = await openShareDialog(page, name);
  await dialog.getByLabel('Email address').fill(email);
  await dialog.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(dialog.getByText(email)).toBeVisible();
  await page.keyboard.press('Escape');
};

const expectGoodbye = (page: Page) =>
  expect(page.getByRole('heading', { name: 'Your account is deleted' })).toBeVisible();

test('a deleted account is gone in every tab, and its shares and links die for the others', async ({
  browser,
}) => {
  const [ana, ben] = [createPerson('Ana'), createPerson('Ben')];
  const [anas, bens] = [await browser.newContext(), await browser.newContext()];
  const [page, otherTab, bensPage] = [await anas.newPage(), await anas.newPage(), await bens.newPage()];
  await signInAsNew(bensPage, ben);
  await signInAsNew(page, ana);
  await upload(page, 'plans.txt', 'the plans');
  const link = await createLink(page, 'plans.txt');
  await shareWith(page, 'plans.txt', ben);
  await bensPage.getByRole('link', { name: 'Shared with me' }).click();
  await expect(fileRow(bensPage, 'plans.txt')).toBeVisible();
  await otherTab.goto('/account');
  await holdParts(page);
  const firstPart = page.waitForRequest((request) => request.url().includes('partNumber='));
  await chooseFiles(page, [{ name: 'long.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(5_000_000) }]);
  await firstPart;

  await page.getByRole('link', { name: 'Account' }).click();
  const remove = page.getByRole('button', { name: 'Delete account' });
  await remove.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Delete your account?' });
  const losses = dialog.getByRole('list', { name: 'What is deleted' });
  await expect(losses.getByRole('listitem')).toHaveText([
    '1 file (9 bytes), including the trash',
    '1 unfinished upload',
    '1 person loses access to files that you share',
    '1 public link stops working',
    'Your name, picture, devices and ways to sign in',
  ]);
  await expect(dialog.getByText('1 upload is in progress and will stop.')).toBeVisible();
  // A tab in the background is not painted.
  await page.bringToFront();
  await look(page, 'delete-account');
  await expectAccessible(page);
  await dialog.getByLabel('Your email, to confirm').fill('somebody@example.com');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(`Type ${ana.email} to confirm.`)).toBeVisible();
  await dialog.getByLabel('Your email, to confirm').fill(ana.email.toUpperCase());
  await anas.setOffline(true);
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('The server cannot be reached right now.')).toBeVisible();
  await anas.setOffline(false);
  await dialog.getByRole('button', { name: 'Permanently delete' }).click();

  await expectGoodbye(page);
  await expectGoodbye(otherTab);
  await look(page, 'goodbye');
  await expectAccessible(page);
  await bensPage.reload();
  await expect(bensPage.getByRole('heading', { name: 'Shared with me' })).toBeVisible();
  await expect(fileRow(bensPage, 'plans.txt')).toHaveCount(0);
  await bensPage.goto(link);
  await expect(bensPage.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
  await fillSignInForm(page, ana);
  await expectGoodbye(page);
});

test('an old sign-in must be repeated before the account is deleted', async ({ page }) => {
  const ana = createPerson('Ana');
  await signInAsNew(page, ana);
  await page.goto('/account');
  let attempts = 0;
  await page.route('**/api/me', async (route) => {
    if (route.request().method() === 'DELETE') attempts += 1;
    if (attempts !== 1) return route.fallback();
    // The API would respond like this ten minutes later.
    const problem = { type: 'about:blank', title: 'Sign in again', status: 401, requestId: 'story' };
    const json = { ...problem, code: 'insufficient_user_authentication' };
    await route.fulfill({ status: 401, contentType: 'application/problem+json', json });
  });

  await page.getByRole('button', { name: 'Delete account' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete your account?' });
  await dialog.getByLabel('Your email, to confirm').fill(ana.email);
  await page.keyboard.press('Enter');
  const question = page.getByRole('dialog', { name: "Confirm that it's you" });
  await question.getByLabel('Password', { exact: true }).fill(ana.password);
  await page.keyboard.press('Enter');

  await expectGoodbye(page);
});
