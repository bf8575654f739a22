import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/expect-accessible.ts';
import { look } from '../support/look.ts';
import { createPerson, signInAsNew } from '../support/people.ts';
import { addVirtualAuthenticator } from '../support/virtual-authenticator.ts';

const passkeyRows = (page: Page) => page.getByRole('list', { name: 'Passkeys' }).getByRole('listitem');

test('a user adds a passkey by keyboard, sees when it was added, and removes it', async ({ page }) => {
  const authenticator = await addVirtualAuthenticator(page);
  await signInAsNew(page, createPerson('Ana'));
  await page.goto('/account');
  await expect(page.getByText('You have no passkeys yet.')).toBeVisible();
  const add = page.getByRole('button', { name: 'Add a passkey' });

  await authenticator.refuse();
  await add.click();
  await expect(page.getByText('No passkey was added: the request was cancelled or timed out.')).toBeVisible();
  await authenticator.accept();
  await add.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your passkey was added.')).toBeVisible();
  await expect(passkeyRows(page)).toHaveCount(1);
  await expect(passkeyRows(page)).toContainText('Passkey on this device');
  await expect(passkeyRows(page)).toContainText(/Added .* \d\d?:\d\d/);
  await look(page, 'account-passkey');
  await expectAccessible(page);

  await add.click();
  await expect(page.getByText('This device already has a passkey for your account.')).toBeVisible();

  await passkeyRows(page).getByRole('button', { name: 'Remove' }).click();
  const question = page.getByRole('dialog', { name: 'Remove this passkey?' });
  await expect(question.getByText('your only way to sign in')).toHaveCount(0);
  await question.getByRole('button', { name: 'Remove passkey' }).click();
  await expect(page.getByText('You have no passkeys yet.')).toBeVisible();
});

test('removing the last way to sign in comes with a warning', async ({ page }) => {
  await addVirtualAuthenticator(page);
  await signInAsNew(page, createPerson('Ana'));
  // The account of the story has a password; the pool of a passwordless app responds like this.
  await page.route(`**/*`, async (route) => {
    const action = route.request().headers()['x-amz-target'] ?? '';
    if (!action.endsWith('.GetUserAuthFactors')) return route.fallback();
    const response = await route.fetch();
    await route.fulfill({ response, json: { ConfiguredUserAuthFactors: ['WEB_AUTHN'] } });
  });
  await page.goto('/account');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await passkeyRows(page).getByRole('button', { name: 'Remove' }).click();

  const question = page.getByRole('dialog', { name: 'Remove this passkey?' });
  await expect(question.getByText('This passkey is your only way to sign in.')).toBeVisible();
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await look(page, 'last-passkey');
});
