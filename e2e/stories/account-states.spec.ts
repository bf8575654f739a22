import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { userPoolClientId, userPoolId } from '../../scripts/dev/local-aws.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { look } from '../support/look.ts';
import { countMessages, readCode } from '../support/mailbox.ts';
import {
  createPerson,
  enterEmail,
  enterPassword,
  fillSignInForm,
  fillSignUpForm,
  type Person,
  signInAsNew,
  signOut,
} from '../support/people.ts';
import { createPoolClient } from '../support/pool.ts';
import { registerPasskey } from '../support/register-passkey.ts';
import { addVirtualAuthenticator } from '../support/virtual-authenticator.ts';

const myFiles = (page: Page) => page.getByRole('heading', { name: 'My files' });

/** Signs up and closes the tab before the address is confirmed. */
const leaveUnconfirmed = async (page: Page): Promise<Person> => {
  const ana = createPerson('Ana');
  await fillSignUpForm(page, ana);
  await expect(page.getByRole('heading', { name: 'Confirm your email address' })).toBeVisible();
  await readCode(ana.email);
  return ana;
};

test('a sign-up left in a closed tab goes on at the next sign-in, with a new code', async ({ browser }) => {
  const tab = await (await browser.newContext()).newPage();
  const ana = await leaveUnconfirmed(tab);
  await tab.close();
  const page = await (await browser.newContext()).newPage();
  const before = await countMessages(ana.email);

  await fillSignInForm(page, ana);
  await expect(page.getByRole('heading', { name: 'Confirm your email address' })).toBeVisible();
  await look(page, 'confirm-address');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send a new code' }).click();
  await page.getByLabel('Confirmation code').fill(await readCode(ana.email, before));
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();

  await expect(myFiles(page)).toBeVisible();
});

test('a forgotten password of an unconfirmed address is no dead end', async ({ page }) => {
  const ana = await leaveUnconfirmed(page);
  await enterEmail(page, ana.email);
  await page.getByRole('button', { name: 'Forgot your password?' }).click();
  await page.getByRole('button', { name: 'Send code' }).click();

  await expect(page.getByText('with a confirmed address, a code is on its way')).toBeVisible();
  await look(page, 'reset-password');
  await expectAccessible(page);
  const before = await countMessages(ana.email);
  await page.getByRole('button', { name: 'Confirm your address' }).click();
  await page.getByRole('button', { name: 'Send a new code' }).click();
  await page.getByLabel('Confirmation code').fill(await readCode(ana.email, before));
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(page.getByText('Your email address is confirmed. You can sign in now.')).toBeVisible();

  const confirmed = await countMessages(ana.email);
  await page.getByRole('button', { name: 'Forgot your password?' }).click();
  await page.getByRole('button', { name: 'Send code' }).click();
  const firstCode = await readCode(ana.email, confirmed);
  // The mail can arrive before the page has its answer.
  await expect(page.getByRole('heading', { name: 'Set a new password' })).toBeVisible();
  await page.reload();
  await expect(page.getByText(`If ${ana.email} belongs to an active account`)).toBeVisible();
  await page.getByLabel('Confirmation code').fill(firstCode);
  await page.getByRole('button', { name: 'Set new password' }).click();
  await page.getByRole('button', { name: 'Send a new code' }).click();
  await expect(page.getByLabel('Confirmation code')).toHaveValue('');
  await expect(page.getByLabel('Confirmation code')).toBeFocused();
  await page.getByLabel('Confirmation code').fill(await readCode(ana.email, confirmed + 1));
  await page.getByLabel('New password', { exact: true }).fill(`${ana.password}-new`);
  await page.getByRole('button', { name: 'Set new password' }).click();
  await expect(myFiles(page)).toBeVisible();
});

test('a reset that an administrator demands says why, and uses the code already mailed', async ({ page }) => {
  const ana = createPerson('Ana');
  await signInAsNew(page, ana);
  await signOut(page);
  const before = await countMessages(ana.email);
  await createPoolClient().adminResetUserPassword({ UserPoolId: userPoolId, Username: ana.email });
  const code = await readCode(ana.email, before);

  await fillSignInForm(page, ana);
  await expect(page.getByText('This account needs a new password before you can sign in.')).toBeVisible();
  await look(page, 'reset-demanded');
  await expectAccessible(page);
  await page.getByLabel('Confirmation code').fill(code);
  await page.getByLabel('New password', { exact: true }).fill(`${ana.password}-new`);
  await page.getByRole('button', { name: 'Set new password' }).click();

  await expect(page.getByText('Your new password is set. All other devices are signed out.')).toBeVisible();
  expect(await countMessages(ana.email)).toBe(before + 1);
});

test('an account without a password is offered a passkey and a code, and no password', async ({ page }) => {
  const email = `pia-${randomUUID().slice(0, 8)}@example.com`;
  const pool = createPoolClient();
  await addVirtualAuthenticator(page);
  await pool.signUp({
    ClientId: userPoolClientId,
    Username: email,
    UserAttributes: Object.entries({ email, name: 'Pia' }).map(([Name, Value]) => ({ Name, Value })),
  });
  await pool.confirmSignUp({
    ClientId: userPoolClientId,
    Username: email,
    ConfirmationCode: await readCode(email),
  });
  const before = await countMessages(email);
  await enterEmail(page, email);
  await page.getByLabel('Code', { exact: true }).fill(await readCode(email, before));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(myFiles(page)).toBeVisible();
  await registerPasskey(page);
  await signOut(page);
  await page.evaluate(() => localStorage.clear());

  await enterEmail(page, email);
  await expect(myFiles(page)).toBeVisible();
});

test('a disabled account is promised no code, and learns what to do', async ({ page }) => {
  const ana = createPerson('Ana');
  await signInAsNew(page, ana);
  await signOut(page);
  await createPoolClient().adminDisableUser({ UserPoolId: userPoolId, Username: ana.email });

  await fillSignInForm(page, ana);
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveAccessibleDescription(
    /This account is disabled. Ask the operator/,
  );
  await page.getByRole('button', { name: 'Forgot your password?' }).click();
  await page.getByRole('button', { name: 'Send code' }).click();
  await expect(page.getByText(`If ${ana.email} belongs to an active account`)).toBeVisible();
  await enterEmail(page, ana.email);
  await enterPassword(page, 'Wrong-password-1');
  await expect(page.getByText('Incorrect email or password.')).toBeVisible();
});
