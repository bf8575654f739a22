import { expect, test } from '@playwright/test';
import { chooseFiles, hold, holdParts, moveToTrash, upload } from '../support/files.ts';
import { look } from '../support/look.ts';
import { countMessages, readCode } from '../support/mailbox.ts';
import {
  createPerson,
  enterEmail,
  expectSignInPage,
  fillSignInForm,
  signIn,
  signInAsNew,
  signOut,
  signUp,
} from '../support/people.ts';
import { stack } from '../support/stack.ts';

test('a user signs up with a code from the mailbox, and signing in never sends the password', async ({
  page,
}) => {
  const ana = createPerson('Ana');
  const sent: { action: string; carriesPassword: boolean }[] = [];
  page.on('request', (request) => {
    const everything = [request.url(), JSON.stringify(request.headers()), request.postData() ?? ''].join(
      '\n',
    );
    const action = request.headers()['x-amz-target']?.split('.').at(-1) ?? request.url();
    sent.push({ action, carriesPassword: everything.includes(ana.password) });
  });

  await signUp(page, ana);
  await expect(page.getByText(ana.name).first()).toBeVisible();
  await signOut(page);
  await signIn(page, ana);

  const actions = sent.map(({ action }) => action);
  expect(actions).toContain('InitiateAuth');
  expect(actions).toContain('RespondToAuthChallenge');
  // SignUp has to send the new password; signing in proves it by SRP instead.
  expect(sent.filter(({ carriesPassword }) => carriesPassword).map(({ action }) => action)).toEqual([
    'SignUp',
  ]);
});

test('a user who forgot the password sets a new one with a code', async ({ page }) => {
  const ana = createPerson('Ana');
  await signUp(page, ana);
  await signOut(page);
  const before = await countMessages(ana.email);
  const changed = { ...ana, password: `${ana.password}-new` };

  await enterEmail(page, ana.email);
  await page.getByRole('button', { name: 'Forgot your password?' }).click();
  await expect(page.getByLabel('Email', { exact: true })).toHaveValue(ana.email);
  await page.getByRole('button', { name: 'Send code' }).click();
  await page.getByLabel('Confirmation code').fill(await readCode(ana.email, before));
  await page.getByLabel('New password', { exact: true }).fill(changed.password);
  await page.getByRole('button', { name: 'Set new password' }).click();
  await expect(page.getByText('Your new password is set. All other devices are signed out.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'My files' })).toBeVisible();

  await page.evaluate(() => localStorage.clear());
  await fillSignInForm(page, ana);
  await expect(page.getByText(/incorrect/i)).toBeVisible();
  await signIn(page, changed);
});

test('the code is asked for once, by the page that keeps what is typed', async ({ page }) => {
  const ana = createPerson('Ana');
  await signInAsNew(page, ana);
  await signOut(page);
  const before = await countMessages(ana.email);
  const loading = Promise.withResolvers<void>();
  await page.route('**/assets/reset-password-*.js', async (route) => {
    await loading.promise;
    await route.continue();
  });
  await enterEmail(page, ana.email);
  await page.getByRole('button', { name: 'Forgot your password?' }).click();
  const answered = page.waitForResponse((response) =>
    /\.ForgotPassword$/.test(response.request().headers()['x-amz-target'] ?? ''),
  );
  await page.getByRole('button', { name: 'Send code' }).click();
  await (await answered).finished();
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));

  await expect(page.getByRole('button', { name: 'Sending' })).toBeVisible();
  await expect(page.getByLabel('Confirmation code')).toHaveCount(0);
  loading.resolve();
  const code = await readCode(ana.email, before);
  await page.getByLabel('Confirmation code').fill(code);

  await expect(page).toHaveURL(/\/reset-password$/);
  await expect(page.getByLabel('Confirmation code')).toHaveValue(code);
});

test('signing out revokes the refresh token', async ({ page }) => {
  const ana = createPerson('Ana');
  await signInAsNew(page, ana);
  const tokens = await page.evaluate(() => Object.entries(localStorage));
  const find = (suffix: string) => tokens.find(([key]) => key.endsWith(suffix))?.[1] ?? '';
  const clientId = tokens.find(([key]) => key.endsWith('.refreshToken'))?.[0].split('.')[1] ?? '';
  await signOut(page);

  const refresh = await fetch(`http://localhost:${stack().cognitoPort}/`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.GetTokensFromRefreshToken',
    },
    body: JSON.stringify({ ClientId: clientId, RefreshToken: find('.refreshToken') }),
  });

  expect(refresh.status).toBe(400);
  expect(await refresh.json()).toMatchObject({ __type: 'NotAuthorizedException' });
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('Token')))).toEqual(
    [],
  );
});

test('signing out asks before it stops uploads, and removes all messages', async ({ page }) => {
  await signInAsNew(page, createPerson('Ana'));
  await upload(page, 'secret plans.txt', 'words');
  await holdParts(page);
  const firstPart = page.waitForRequest((request) => request.url().includes('partNumber='));
  await chooseFiles(page, [{ name: 'holiday.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(5_000_000) }]);
  await firstPart;
  await moveToTrash(page, 'secret plans.txt');

  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign out now?' });
  await expect(dialog.getByRole('button', { name: 'Keep uploading' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Sign out' }).click();

  await expectSignInPage(page);
  // No polling: a message disappears on its own after a while.
  expect(await page.getByText('secret plans.txt').count()).toBe(0);
});

test('an upload left behind by a closed tab can be cancelled on the account page', async ({ context }) => {
  const tab = await context.newPage();
  await signInAsNew(tab, createPerson('Ana'));
  await holdParts(tab);
  const firstPart = tab.waitForRequest((request) => request.url().includes('partNumber='));
  await chooseFiles(tab, [{ name: 'holiday.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(5_000_000) }]);
  await firstPart;
  await tab.close();

  const page = await context.newPage();
  await page.goto('/account');
  const unfinished = page.getByRole('list', { name: 'Unfinished uploads' });
  await expect(unfinished.getByRole('listitem')).toContainText('holiday.mp4');
  await look(page, 'unfinished-uploads');
  await page.getByRole('button', { name: 'Cancel upload' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cancel this upload?' });
  await expect(dialog.getByRole('button', { name: 'Keep upload' })).toBeFocused();
  await look(page, 'cancel-unfinished-upload');
  await dialog.getByRole('button', { name: 'Cancel upload' }).click();

  await expect(unfinished).toHaveCount(0);
  await expect(page.getByText(/^0 bytes of .* used$/)).toBeVisible();
});

test('signing out everywhere ends the other sessions and their access tokens immediately', async ({
  browser,
}) => {
  const ana = createPerson('Ana');
  const first = await (await browser.newContext()).newPage();
  const second = await (await browser.newContext()).newPage();
  await signInAsNew(first, ana);
  await signIn(second, ana);
  const accessToken = await second.evaluate(
    () => Object.entries(localStorage).find(([key]) => key.endsWith('.accessToken'))?.[1] ?? '',
  );
  const me = () =>
    fetch(`http://localhost:${stack().apiPort}/api/me`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
  expect((await me()).status).toBe(200);

  await first.goto('/account');
  await first.getByRole('button', { name: 'Sign out everywhere' }).click();
  const dialog = first.getByRole('dialog', { name: 'Sign out everywhere?' });
  const confirm = dialog.getByRole('button', { name: 'Sign out everywhere' });
  const cancel = dialog.getByRole('button', { name: 'Cancel' });
  await first.context().setOffline(true);
  await confirm.click();
  await expect(dialog.getByText('The server cannot be reached right now.')).toBeVisible();
  await expect(cancel).toBeFocused();
  await cancel.click();
  await first.context().setOffline(false);
  await first.reload();

  const release = await hold(first, '**/me/sign-out-everywhere');
  await first.getByRole('button', { name: 'Sign out everywhere' }).click();
  await confirm.click();
  await expect(dialog.getByRole('button', { name: 'Signing out' })).toBeVisible();
  await expect(cancel).toBeDisabled();
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeDisabled();
  await first.keyboard.press('Escape');
  await first.keyboard.press('Escape');
  await first.mouse.click(5, 5);
  await expect(dialog).toBeVisible();
  release();
  await expectSignInPage(first);

  expect((await me()).status).toBe(401);
  await second.reload();
  // The page of the session, if its access token has not expired yet by the browser's clock; else the sign-in page.
  await expect(second.getByRole('heading', { name: /^(Sign in again|Welcome back)$/ })).toBeVisible();
});
