import { expect, type Page, test } from '@playwright/test';
import { TOTP } from 'otpauth';
import { userPoolClientId } from '../../scripts/dev/local-aws.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { look } from '../support/look.ts';
import { createPerson, type Person, signInAsNew } from '../support/people.ts';
import { createPoolClient } from '../support/pool.ts';
import { addVirtualAuthenticator } from '../support/virtual-authenticator.ts';

/** Returns the name of the challenge that follows the password, if there is one. */
const challengeAfterPassword = async ({ email, password }: Person): Promise<string | undefined> => {
  const { ChallengeName } = await createPoolClient().initiateAuth({
    ClientId: userPoolClientId,
    AuthFlow: 'USER_AUTH',
    AuthParameters: { USERNAME: email, PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: password },
  });
  return ChallengeName;
};

const openSetup = async (page: Page) => {
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set up an authenticator app' });
  const secret = await dialog.getByLabel('Setup key').inputValue();
  return { dialog, app: new TOTP({ secret }) };
};

test('a user sets up an authenticator app, which sign-in then requires, and removes it again', async ({
  page,
}) => {
  const ana = createPerson('Ana');
  await signInAsNew(page, ana);
  await page.goto('/account');
  await expect(page.getByText('Not set up')).toBeVisible();
  await look(page, 'account-security');
  await expectAccessible(page);

  const { dialog, app } = await openSetup(page);
  await expect(dialog.getByRole('img', { name: 'QR code for your authenticator app' })).toBeVisible();
  await look(page, 'authenticator-setup');
  await expectAccessible(page);
  const code = dialog.getByLabel('Code from the app');
  const wrong = String((Number(app.generate()) + 1) % 1_000_000).padStart(6, '0');
  await code.fill(wrong);
  await code.press('Enter');
  await expect(dialog.getByText(/^This code is incorrect/)).toBeVisible();
  await expect(code).toBeFocused();
  expect(await challengeAfterPassword(ana)).toBeUndefined();

  await code.fill(app.generate());
  await code.press('Enter');
  await page.getByRole('button', { name: 'I have saved them' }).click();
  await expect(dialog).toBeHidden();
  expect(await challengeAfterPassword(ana)).toBe('SOFTWARE_TOKEN_MFA');

  await page.getByRole('button', { name: 'Remove the authenticator app' }).click();
  const question = page.getByRole('dialog', { name: 'Remove the authenticator app?' });
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await look(page, 'authenticator-removal');
  await question.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('Not set up')).toBeVisible();
  expect(await challengeAfterPassword(ana)).toBeUndefined();
});

test('a set-up that was closed half-way asks for no code at the next sign-in', async ({ page }) => {
  const ana = createPerson('Ana');
  await signInAsNew(page, ana);
  await page.goto('/account');
  const { dialog } = await openSetup(page);

  await page.keyboard.press('Escape');

  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Set up an authenticator app' })).toBeFocused();
  expect(await challengeAfterPassword(ana)).toBeUndefined();
});

test('a passkey counts as both factors, so an authenticator app does not hide it', async ({ page }) => {
  const ana = createPerson('Ana');
  await addVirtualAuthenticator(page);
  await signInAsNew(page, ana);
  await page.goto('/account');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByText('Your passkey was added.')).toBeVisible();
  const { dialog, app } = await openSetup(page);
  await dialog.getByLabel('Code from the app').fill(app.generate());
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();

  const { AvailableChallenges } = await createPoolClient().initiateAuth({
    ClientId: userPoolClientId,
    AuthFlow: 'USER_AUTH',
    AuthParameters: { USERNAME: ana.email },
  });
  expect(AvailableChallenges).toContain('WEB_AUTHN');
});
