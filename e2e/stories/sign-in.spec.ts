import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/expect-accessible.ts';
import { look } from '../support/look.ts';
import { countMessages, readCode } from '../support/mailbox.ts';
import {
  createAccount,
  createPerson,
  enterEmail,
  enterPassword,
  expectSignInPage,
  fillSignInForm,
  signIn,
  signInAsNew,
  signOut,
} from '../support/people.ts';
import { registerPasskey } from '../support/register-passkey.ts';
import { addVirtualAuthenticator } from '../support/virtual-authenticator.ts';

const myFiles = (page: Page) => page.getByRole('heading', { name: 'My files' });

/** Answers each start of a sign-in as Cognito would. */
const refuseSignIns = async (page: Page, error: { __type: string; message: string }): Promise<void> => {
  await page.unroute('**/');
  await page.route('**/', async (route) => {
    const isSignIn = route.request().headers()['x-amz-target']?.endsWith('.InitiateAuth');
    if (!isSignIn) return route.fallback();
    await route.fulfill({ status: 400, headers: { 'access-control-allow-origin': '*' }, json: error });
  });
};

test('a user signs in with a passkey, which is offered first from then on', async ({ page }) => {
  const ana = createPerson('Ana');
  const authenticator = await addVirtualAuthenticator(page);
  await createAccount(ana);
  await signIn(page, ana);
  await registerPasskey(page);
  await signOut(page);
  await enterEmail(page, ana.email);

  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await page.getByRole('button', { name: 'Other ways to sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Choose how to sign in' })).toBeVisible();
  await look(page, 'choose-way');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(myFiles(page)).toBeVisible();

  await signOut(page);
  await enterEmail(page, ana.email);
  await expect(myFiles(page)).toBeVisible();

  await signOut(page);
  await authenticator.refuse();
  await enterEmail(page, ana.email);
  await expect(page.getByText('No passkey was used.')).toBeVisible();
  await look(page, 'passkey-not-used');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Other ways to sign in' }).click();
  await page.getByRole('button', { name: 'Enter the password' }).click();
  await enterPassword(page, ana.password);
  await expect(myFiles(page)).toBeVisible();
});

test('by keyboard alone, a user signs in with a password, and with a code by email', async ({ page }) => {
  const ana = createPerson('Ana');
  await signInAsNew(page, ana);
  await signOut(page);

  await page.goto('/sign-in');
  await expect(page.getByLabel('Email', { exact: true })).toBeFocused();
  await look(page, 'email');
  await expectAccessible(page);
  await page.keyboard.type(ana.email);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await look(page, 'password');
  await expectAccessible(page);
  await page.keyboard.type('Wrong-password-1');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Incorrect email or password.')).toBeVisible();
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await look(page, 'password-wrong');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(ana.password);
  await page.keyboard.press('Enter');
  await expect(myFiles(page)).toBeVisible();

  await signOut(page);
  const before = await countMessages(ana.email);
  await page.keyboard.type(ana.email);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  const others = page.getByRole('button', { name: 'Other ways to sign in' });
  while (!(await others.evaluate((button) => button === document.activeElement))) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Enter the password' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Code', { exact: true })).toBeFocused();
  await look(page, 'email-code');
  await expectAccessible(page);
  await page.keyboard.type('00000000');
  await page.keyboard.press('Enter');
  await expect(page.getByText('This code is incorrect. Check it or request a new one.')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(await readCode(ana.email, before));
  await page.keyboard.press('Enter');
  await expect(myFiles(page)).toBeVisible();
});

test('an unknown address sees the same steps as a known one, and no promise of a code', async ({ page }) => {
  const nobody = createPerson('Nobody');

  await enterEmail(page, nobody.email);
  await page.getByRole('button', { name: 'Other ways to sign in' }).click();
  await expect(page.getByRole('button', { name: 'Enter the password' })).toBeVisible();
  await page.getByRole('button', { name: 'Email me a code' }).click();

  await expect(page.getByText(`If ${nobody.email} belongs to an active account`)).toBeVisible();
  await page.getByRole('button', { name: 'Use another email' }).click();
  await expectSignInPage(page);
});

test('offline, throttled and refused sign-ins are explained in the field', async ({ page, context }) => {
  const ana = createPerson('Ana');
  await signInAsNew(page, ana);
  await signOut(page);
  await enterEmail(page, ana.email);
  const explained = (text: string) =>
    expect(page.getByRole('textbox', { name: 'Password' })).toHaveAccessibleDescription(new RegExp(text));

  await expect(page.getByRole('textbox', { name: 'Password' })).toBeVisible();
  await context.setOffline(true);
  await enterPassword(page, ana.password);
  await explained('The sign-in service cannot be reached. Check your connection and try again.');
  await context.setOffline(false);

  await refuseSignIns(page, {
    __type: 'ForbiddenException',
    message: 'Request not allowed due to WAF block.',
  });
  await enterPassword(page, ana.password);
  await explained('Too many requests came from your network.');

  await refuseSignIns(page, { __type: 'NotAuthorizedException', message: 'Password attempts exceeded' });
  await enterPassword(page, ana.password);
  await explained('Too many attempts. Wait a few minutes, then try again.');

  await page.unroute('**/');
  await enterPassword(page, ana.password);
  await expect(myFiles(page)).toBeVisible();
});

test('the sign-in page fits a phone and passes axe', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const ana = createPerson('Ana');
  await signInAsNew(page, ana);
  await signOut(page);
  await expectAccessible(page);
  await fillSignInForm(page, ana);
  await expect(myFiles(page)).toBeVisible();
});
