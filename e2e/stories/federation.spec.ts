import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { fileRow, openShareDialog, upload } from '../support/files.ts';
import { look } from '../support/look.ts';
import { createPerson, signInAsNew, signOut } from '../support/people.ts';
import { stack } from '../support/stack.ts';

// The local sign-in server has a self-signed certificate.
test.use({ ignoreHTTPSErrors: true });

const createGoogleAccount = async (page: Page, name: string, email: string): Promise<void> => {
  // The form is collapsed if there already are accounts, once the page has loaded them.
  await expect(page.getByText('Create a person')).toBeVisible();
  await page.locator('details').evaluate((details: HTMLDetailsElement) => {
    details.open = true;
  });
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByRole('button', { name: 'Create and continue' }).click();
};

test('a user continues with Google, returns to the page they asked for, signs out, and leaves', async ({
  page,
}) => {
  const email = `gina-${randomUUID().slice(0, 8)}@example.com`;
  await page.goto('/account');
  await page.getByRole('button', { name: 'Continue with Google' }).click();

  await expect(page).toHaveURL(new RegExp(`^https://localhost:${stack().cognitoTlsPort}/identity-provider`));
  await expect(page.getByText('This is not the real Google')).toBeVisible();
  await look(page, 'identity-provider');
  await createGoogleAccount(page, 'Gina', email);

  await expect(page.getByRole('heading', { name: 'Account', exact: true })).toBeVisible();
  await expect(page).toHaveURL(/\/account$/);
  await expect(page.getByText('You sign in with Google')).toBeVisible();
  await page.getByRole('link', { name: 'My files' }).click();
  await upload(page, 'notes.txt', 'words');
  const signedOut = page.waitForRequest(/\/logout\?/);
  await signOut(page);
  await signedOut;
  await expect(page).toHaveURL(/\/sign-in$/);
  const offered = page.getByRole('main').getByRole('button');
  await expect(offered).toHaveText(['Continue with Google', 'Continue', 'Continue with Apple']);
  await look(page, 'last-provider');

  await page.getByRole('button', { name: 'Continue with Google' }).click();
  await page.getByRole('button', { name: email }).click();
  await expect(fileRow(page, 'notes.txt')).toBeVisible();
  await page.reload();
  await expect(fileRow(page, 'notes.txt')).toBeVisible();

  await page.goto('/account');
  await page.getByRole('button', { name: 'Delete account' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete your account?' });
  await dialog.getByLabel('Your email, to confirm').fill(email);
  const leftProvider = page.waitForResponse(/\/logout\?/);
  await dialog.getByRole('button', { name: 'Permanently delete' }).click();
  await leftProvider;
  await expect(page.getByRole('heading', { name: 'Your account is deleted' })).toBeVisible();
  await expect(page).toHaveURL(/\/goodbye$/);
});

test('a user of Google proves their identity there, and returns to the same page', async ({ page }) => {
  const email = `gina-${randomUUID().slice(0, 8)}@example.com`;
  await page.goto('/files');
  await page.getByRole('button', { name: 'Continue with Google' }).click();
  await createGoogleAccount(page, 'Gina', email);
  await upload(page, 'notes.txt', 'words');
  // As the API responds eleven minutes after a sign-in.
  const problem = { type: 'about:blank', title: 'Sign in again', status: 401, requestId: 'story' };
  await page.route('**/links', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({
          status: 401,
          contentType: 'application/problem+json',
          json: { ...problem, code: 'insufficient_user_authentication' },
        })
      : route.fallback(),
  );
  const dialog = await openShareDialog(page, 'notes.txt');
  await dialog.getByRole('button', { name: 'Create link' }).click();
  const question = page.getByRole('dialog', { name: "Confirm that it's you" });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog.getByText('You did not confirm that it is you, so nothing was changed.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Create link' }).click();

  const requests: string[] = [];
  page.on('request', (request) => {
    requests.push(`${request.headers()['x-amz-target'] ?? ''} ${request.url()}`);
  });
  await question.getByRole('button', { name: 'Continue with Google' }).click();
  await expect.poll(() => requests.join('\n')).toContain('prompt=login');
  await page.getByRole('button', { name: email }).click();

  await expect(dialog).toBeVisible();
  await expect(page).toHaveURL(/\/files\?share=/);
  await expect.poll(() => requests.join('\n')).toContain('RevokeToken');
  await page.reload();
  await expect(dialog).toBeVisible();
});

test('a user with a password who continues with Google learns that the files are in another account', async ({
  page,
}) => {
  const person = createPerson('Gina');
  await signInAsNew(page, person);
  await upload(page, 'notes.txt', 'words');
  await signOut(page);

  await page.getByRole('button', { name: 'Continue with Google' }).click();
  await createGoogleAccount(page, 'Gina', person.email);

  await expect(page.getByText(`There is another account with ${person.email}.`)).toBeVisible();
  await look(page, 'other-account');
});

test('a tab at Google neither holds up the sign-in of another tab nor is ended by it', async ({
  page,
  context,
}) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Continue with Google' }).click();
  await expect(page.getByText('This is not the real Google')).toBeVisible();

  await signInAsNew(await context.newPage(), createPerson('Ana'));

  await createGoogleAccount(page, 'Gina', `gina-${randomUUID().slice(0, 8)}@example.com`);
  await expect(page.getByRole('heading', { name: 'My files' })).toBeVisible();
});

test('a user who cancels at Apple sees a message and can try again', async ({ page }) => {
  await page.goto('/sign-up');
  await page.getByRole('button', { name: 'Continue with Apple' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();

  await expect(page.getByRole('alert')).toContainText('Sign-in cancelled');
  await page.getByRole('link', { name: 'Back to sign in' }).click();
  await page.getByRole('button', { name: 'Continue with Apple' }).click();
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Continue with Apple' })).toBeEnabled();
});

test('a browser that does not trust the certificate shows how to accept it', async ({ browser }) => {
  const page = await (await browser.newContext({ ignoreHTTPSErrors: false })).newPage();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Continue with Google' }).click();

  await expect(page.getByRole('alert')).toContainText('does not trust the local sign-in server yet');
  await expect(page.getByRole('link', { name: 'its certificate page' })).toHaveAttribute(
    'href',
    `https://localhost:${stack().cognitoTlsPort}/certificate`,
  );
});
