import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { ageSignIn } from '../support/age-sign-in.ts';
import { createAuthenticatorApp } from '../support/authenticator-app.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { look } from '../support/look.ts';
import { readMessage } from '../support/mailbox.ts';
import { createPerson, fillSignInForm, signInAsNew } from '../support/people.ts';

const codesDialog = (page: Page) => page.getByRole('dialog', { name: 'Save your recovery codes' });
const list = (page: Page) => codesDialog(page).getByRole('list', { name: 'Recovery codes' });

/** Sets up an authenticator app, up to the dialog with the recovery codes; resolves to the codes. */
const setUpAuthenticator = async (page: Page): Promise<string[]> => {
  await page.goto('/account');
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set up an authenticator app' });
  const app = createAuthenticatorApp(await dialog.getByLabel('Setup key').inputValue());
  await dialog.getByLabel('Code from the app').fill(app.nextCode());
  await page.keyboard.press('Enter');
  await expect(list(page).getByRole('listitem')).toHaveCount(10);
  return await list(page).getByRole('listitem').allInnerTexts();
};

const closeCodes = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'I have saved them' }).click();
  await expect(codesDialog(page)).toBeHidden();
};

/** Expects that Copy works with the permission of the browser, and names another way without it. */
const expectToCopy = async (page: Page, text: string): Promise<void> => {
  const refused = codesDialog(page).getByText(/^Your browser blocked the copy/);
  await page.context().grantPermissions([]);
  await codesDialog(page).getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(refused).toBeVisible();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await codesDialog(page).getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(codesDialog(page).getByRole('button', { name: 'Copied' })).toBeVisible();
  await expect(refused).toBeHidden();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
};

/** Expects that the field explains an outage and a limit, and keeps the code. */
const expectToExplainFailures = async (page: Page): Promise<void> => {
  const field = page.getByRole('textbox', { name: 'Recovery code' });
  const code = await field.inputValue();
  await page.context().setOffline(true);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Check your connection/)).toBeVisible();
  await page.context().setOffline(false);
  await page.route('**/recovery-codes/challenge', (route) =>
    route.fulfill({
      status: 429,
      contentType: 'application/problem+json',
      json: {
        type: 'about:blank',
        title: 'Too many requests',
        status: 429,
        detail: 'Too many wrong codes. Try again in an hour.',
        code: 'too_many_requests',
        requestId: '',
      },
    }),
  );
  await page.keyboard.press('Enter');
  await expect(page.getByText('Too many wrong codes. Try again in an hour.')).toBeVisible();
  await page.unroute('**/recovery-codes/challenge');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(code);
};

/** Uses a recovery code in a sign-in that asks for the authenticator app, by keyboard alone. */
const useRecoveryCode = async (page: Page, code: string): Promise<void> => {
  await expect(page.getByLabel('Authenticator code')).toBeFocused();
  await page.getByRole('button', { name: 'Lost your authenticator? Use a recovery code' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Recovery code' })).toBeFocused();
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
};

test('a password and a recovery code let in the owner of a lost phone, once', async ({ page, browser }) => {
  const ana = createPerson('Ana');
  await signInAsNew(page, ana);
  const codes = await setUpAuthenticator(page);
  await look(page, 'recovery-codes');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(codesDialog(page)).toBeVisible();
  const download = page.waitForEvent('download');
  await codesDialog(page).getByRole('button', { name: 'Download' }).click();
  const saved = await readFile(await (await download).path(), 'utf8');
  for (const code of codes) expect(saved).toContain(code);
  await expectToCopy(page, saved);
  await page.emulateMedia({ media: 'print' });
  await expect(list(page)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Account' })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await closeCodes(page);
  await expect(page.getByText(/^10 of 10 left, created /)).toBeVisible();
  await page.getByText(/^10 of 10 left/).scrollIntoViewIfNeeded();
  await look(page, 'account-recovery-codes');

  const newPhone = await (await browser.newContext()).newPage();
  await fillSignInForm(newPhone, ana);
  await useRecoveryCode(newPhone, '0000 0000 0000 0000');
  await expect(newPhone.getByText(/^This code is wrong or was used before/)).toBeVisible();
  await expect(newPhone.getByRole('textbox', { name: 'Recovery code' })).toBeFocused();
  await expectToExplainFailures(newPhone);
  await look(newPhone, 'use-recovery-code');
  await expectAccessible(newPhone);
  await newPhone
    .getByRole('textbox', { name: 'Recovery code' })
    .fill((codes[0] ?? '').toLowerCase().replaceAll('-', ' '));
  await newPhone.keyboard.press('Enter');
  await expect(newPhone.getByRole('heading', { name: 'My files' })).toBeVisible();
  await expect(newPhone.getByText('Your authenticator app was removed.')).toBeVisible();
  expect(await readMessage(ana.email, /recovery code was used/)).toContain('9 recovery codes are left');

  await setUpAuthenticator(newPhone);
  await closeCodes(newPhone);
  await newPhone.getByRole('button', { name: 'Create new recovery codes' }).click();
  await newPhone.getByRole('dialog').getByRole('button', { name: 'Create new codes' }).click();
  await expect(list(newPhone).getByRole('listitem')).toHaveCount(10);
  const [newCode = ''] = await list(newPhone).getByRole('listitem').allInnerTexts();
  await closeCodes(newPhone);

  await page.getByRole('link', { name: 'Trash' }).click();
  const again = page.getByRole('dialog', { name: 'Sign in again' });
  await again.getByLabel('Password', { exact: true }).fill(ana.password);
  await page.keyboard.press('Enter');
  await useRecoveryCode(page, codes[0] ?? '');
  await expect(again.getByText(/^This code is wrong or was used before/)).toBeVisible();
  await look(page, 'use-recovery-code-in-dialog');
  await again.getByRole('textbox', { name: 'Recovery code' }).fill(newCode);
  await page.keyboard.press('Enter');
  await expect(again).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Trash', exact: true })).toBeVisible();
});

test('a recovery code proves the user before a change of the factors', async ({ page }) => {
  const ana = createPerson('Ana');
  await signInAsNew(page, ana);
  const codes = await setUpAuthenticator(page);
  await closeCodes(page);
  const renewUnaged = await ageSignIn(page);
  await page.getByRole('button', { name: 'Remove the authenticator app' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  const question = page.getByRole('dialog', { name: "Confirm that it's you" });
  await expect(question).toBeVisible();
  await renewUnaged();
  await question.getByLabel('Password', { exact: true }).fill(ana.password);
  await page.keyboard.press('Enter');
  await useRecoveryCode(page, codes[2] ?? '');
  await expect(question).toBeHidden();
  await expect(page.getByText('Not set up')).toBeVisible();
  await expect(page.getByText('Recovery codes')).toHaveCount(0);
});
