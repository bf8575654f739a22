import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { userPoolClientId, userPoolId } from '../../scripts/dev/local-aws.ts';
import { ageSignIn } from '../support/age-sign-in.ts';
import { addAuthenticatorApp } from '../support/authenticator-app.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { chooseAction, chooseFiles, fileRow, holdParts, upload, uploadItem } from '../support/files.ts';
import { look } from '../support/look.ts';
import { countMessages, readCode } from '../support/mailbox.ts';
import { createPerson, enterEmail, signInAsNew, signOut } from '../support/people.ts';
import { createPoolClient } from '../support/pool.ts';
import { registerPasskey } from '../support/register-passkey.ts';
import { accessTokenOf, waitUntilExpired } from '../support/tokens.ts';
import { addVirtualAuthenticator } from '../support/virtual-authenticator.ts';

test('an ended session asks for the second factor as well, and the upload and the form go on', async ({
  page,
}) => {
  const ana = createPerson('Ana');
  await signInAsNew(page, ana);
  const app = await addAuthenticatorApp(page);
  await upload(page, 'notes.txt', 'words');
  const releaseParts = await holdParts(page);
  const firstPart = page.waitForRequest((request) => request.url().includes('partNumber='));
  await chooseFiles(page, [{ name: 'long.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(5_000_000) }]);
  await firstPart;
  await chooseAction(page, 'notes.txt', 'Rename');
  await page.getByRole('dialog').getByLabel('Name').fill('typed before.txt');

  await createPoolClient().adminUserGlobalSignOut({ UserPoolId: userPoolId, Username: ana.email });
  // Read after the sign-out: until then the page could still replace the token by a newer one.
  await waitUntilExpired(await accessTokenOf(page));
  releaseParts();
  const again = page.getByRole('dialog', { name: 'Sign in again' });
  await again.getByLabel('Password', { exact: true }).fill(ana.password);
  await page.keyboard.press('Enter');
  await expect(again.getByLabel('Authenticator code')).toBeFocused();
  await look(page, 'session-ended-authenticator');
  await expectAccessible(page);
  await page.keyboard.type('000000');
  await page.keyboard.press('Enter');
  await expect(again.getByText('This code is incorrect.')).toBeVisible();
  await again.getByLabel('Authenticator code').fill(app.nextCode());
  await page.keyboard.press('Enter');

  await expect(again).toBeHidden();
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  await expect(fileRow(page, 'typed before.txt')).toBeVisible();
  await expect(uploadItem(page, 'long.mp4').getByText('Done')).toBeVisible();
});

test('a user whose account has only a passkey proves their identity with it', async ({ page }) => {
  const email = `pia-${randomUUID().slice(0, 8)}@example.com`;
  const pool = createPoolClient();
  const account = { ClientId: userPoolClientId, Username: email };
  await addVirtualAuthenticator(page);
  const UserAttributes = Object.entries({ email, name: 'Pia' }).map(([Name, Value]) => ({ Name, Value }));
  await pool.signUp({ ...account, UserAttributes });
  await pool.confirmSignUp({ ...account, ConfirmationCode: await readCode(email) });
  const before = await countMessages(email);
  await enterEmail(page, email);
  await page.getByLabel('Code', { exact: true }).fill(await readCode(email, before));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'My files' })).toBeVisible();
  await registerPasskey(page);
  await signOut(page);
  await page.evaluate(() => localStorage.clear());
  await enterEmail(page, email);
  await expect(page.getByRole('heading', { name: 'My files' })).toBeVisible();
  await page.goto('/account');

  await page.getByRole('button', { name: 'Change email' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change your email' });
  await dialog.getByLabel('New email').fill(`new-${email}`);
  const renewUnaged = await ageSignIn(page);
  await page.keyboard.press('Enter');
  const question = page.getByRole('dialog', { name: "Confirm that it's you" });
  const passkey = question.getByRole('button', { name: 'Use a passkey' });
  await expect(passkey).toBeVisible();
  await renewUnaged();
  await look(page, 'step-up-passkey');
  await expectAccessible(page);
  await passkey.focus();
  await page.keyboard.press('Enter');

  await expect(question).toBeHidden();
  await expect(dialog.getByLabel('Confirmation code')).toBeVisible();
});
