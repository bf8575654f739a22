import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/expect-accessible.ts';
import { look } from '../support/look.ts';
import { createPerson, signInAsNew } from '../support/people.ts';

test('a new password can be pasted, is rated, and is described to password managers', async ({
  page,
  context,
}) => {
  const ana = createPerson('Ana');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signInAsNew(page, ana);
  await page.goto('/account');
  await page.getByRole('button', { name: 'Change password' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change password' });
  await expect(dialog.getByLabel('Current password', { exact: true })).toBeFocused();
  const field = dialog.getByLabel('New password', { exact: true });
  const paste = async (text: string) => {
    await page.evaluate((value) => navigator.clipboard.writeText(value), text);
    await field.fill('');
    await field.press('ControlOrMeta+v');
  };

  await paste('password1');
  await expect(dialog.getByText('One of the most used passwords')).toBeVisible();
  await look(page, 'change-password');
  await expectAccessible(page);
  await paste(`${ana.email}A1!`);
  await expect(dialog.getByText('Easy to guess.')).toBeVisible();
  await paste('7c!Kq2#vTz9pLw');
  await expect(dialog.getByText('Strong.')).toBeVisible();
  await expect(field).toHaveValue('7c!Kq2#vTz9pLw');

  await expect(field).toHaveAttribute('autocomplete', 'new-password');
  await expect(field).toHaveAttribute('passwordrules', /^minlength: \d+; .*required: lower/);
  await expect(dialog.locator('input[autocomplete="username"]')).toHaveValue(ana.email);
});
