import { expect, type Page, test } from '@playwright/test';
import { userPoolId } from '../../scripts/dev/local-aws.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { look } from '../support/look.ts';
import { countMessages, readCode } from '../support/mailbox.ts';
import { createPerson, type Person, signIn, signInAsNew, signOut } from '../support/people.ts';
import { createPoolClient } from '../support/pool.ts';

const requestEmail = async (page: Page, email: string) => {
  const dialog = page.getByRole('dialog', { name: 'Change your email' });
  await dialog.getByLabel('New email').fill(email);
  await dialog.getByRole('button', { name: 'Send code' }).click();
  await expect(dialog.getByLabel('Confirmation code')).toBeFocused();
  return dialog;
};

const emailKnownToApi = async (page: Page): Promise<string> => {
  // Only a response to the new document can be read: those to the old one are dropped.
  await page.reload({ waitUntil: 'commit' });
  const response = await page.waitForResponse('**/api/me');
  return ((await response.json()) as { email: string }).email;
};

test('a user changes the name, which the whole app shows at once', async ({ page }) => {
  await signInAsNew(page, createPerson('Ana'));
  await page.goto('/account');
  await page.getByRole('button', { name: 'Change name' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change your name' });

  await dialog.getByLabel('Name').fill('   ');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Enter your name.')).toBeVisible();
  await dialog.getByLabel('Name').fill('Ana Lucía Gómez');
  await page.keyboard.press('Enter');

  await expect(dialog).toBeHidden();
  await expect(page.locator('.sidebar__person').getByText('Ana Lucía Gómez')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Change name' })).toBeFocused();
});

test('a mistyped new address is corrected, and both addresses work as they should', async ({ page }) => {
  const ana = createPerson('Ana');
  const taken = createPerson('Bob');
  const moved: Person = { ...ana, email: createPerson('Ana').email };
  await signInAsNew(page, taken);
  await page.goto('/files');
  await signOut(page);
  await signInAsNew(page, ana);
  await page.goto('/account');
  await page.getByRole('button', { name: 'Change email' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change your email' });

  await dialog.getByLabel('New email').fill(taken.email);
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Another account already uses this email address.')).toBeVisible();

  await requestEmail(page, `typo-${moved.email}`);
  await look(page, 'change-email-code');
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByText(`Email, until you confirm typo-${moved.email}`)).toBeVisible();
  await page.getByRole('button', { name: 'Confirm the new email' }).click();
  await dialog.getByRole('button', { name: 'Use another address' }).click();
  await requestEmail(page, moved.email);
  const before = await countMessages(moved.email);
  await dialog.getByRole('button', { name: 'Send a new code' }).click();
  await expect(dialog.getByText('We sent you a new code.')).toBeVisible();
  const code = await readCode(moved.email, before);
  await page.keyboard.press('Escape');

  await page.goto('/files');
  await signOut(page);
  await signIn(page, ana);
  await page.goto('/account');
  await page.getByRole('button', { name: 'Confirm the new email' }).click();
  await dialog.getByLabel('Confirmation code').fill(code);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Your email is now ${moved.email}.`)).toBeVisible();
  await expect(page.locator('.sidebar__person')).toContainText(moved.email);
  // The API reads a profile again when it is a minute old.
  await expect.poll(() => emailKnownToApi(page), { timeout: 90_000 }).toBe(moved.email);

  await page.goto('/files');
  await signOut(page);
  await signIn(page, moved);
});

test('a change of the address that is called off leaves everything as it was', async ({ page }) => {
  const ana = createPerson('Ana');
  await signInAsNew(page, ana);
  await page.goto('/account');
  await page.getByRole('button', { name: 'Change email' }).click();
  const wrong = createPerson('Wrong').email;
  const dialog = await requestEmail(page, wrong);

  await dialog.getByRole('button', { name: `Keep ${ana.email}` }).click();
  await expect(dialog).toBeHidden();

  await expect(page.getByText(`until you confirm`)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Change email' })).toBeVisible();
  await page.goto('/files');
  await signOut(page);
  await signIn(page, ana);
});

test('an address that nobody has verified says so, and a code verifies it', async ({ page }) => {
  const ana = createPerson('Ana');
  await signInAsNew(page, ana);
  await createPoolClient().adminUpdateUserAttributes({
    UserPoolId: userPoolId,
    Username: ana.email,
    UserAttributes: [{ Name: 'email_verified', Value: 'false' }],
  });
  await signOut(page);
  await signIn(page, ana);
  await page.goto('/account');
  await expect(page.getByText('Email, not verified')).toBeVisible();
  await look(page, 'email-not-verified');
  const before = await countMessages(ana.email);

  const verify = page.getByRole('button', { name: 'Verify email' });
  await verify.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Verify your email' });
  await expect(dialog.getByLabel('Confirmation code')).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type('000000');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('This code is incorrect.')).toBeVisible();
  await dialog.getByLabel('Confirmation code').fill(await readCode(ana.email, before));
  await page.keyboard.press('Enter');

  await expect(page.getByText(`Your email ${ana.email} is verified.`)).toBeVisible();
  await expect(page.getByText('Email, not verified')).toHaveCount(0);
  await expect(verify).toHaveCount(0);
});
