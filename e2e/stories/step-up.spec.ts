import { expect, type Page, test } from '@playwright/test';
import { ageSignIn } from '../support/age-sign-in.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { chooseFiles, holdParts, uploadItem } from '../support/files.ts';
import { look } from '../support/look.ts';
import { createPerson, signInAsNew } from '../support/people.ts';

const question = (page: Page) => page.getByRole('dialog', { name: "Confirm that it's you" });

test('a change of the factors asks for a new sign-in after ten minutes, and uploads go on', async ({
  page,
}) => {
  const ana = createPerson('Ana');
  await signInAsNew(page, ana);
  const releaseParts = await holdParts(page);
  const firstPart = page.waitForRequest((request) => request.url().includes('partNumber='));
  await chooseFiles(page, [{ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('words') }]);
  await firstPart;
  await page.getByRole('link', { name: 'Account' }).click();
  const setUp = page.getByRole('button', { name: 'Set up an authenticator app' });

  const renewUnaged = await ageSignIn(page);
  await setUp.click();
  await expect(question(page)).toBeVisible();
  await expect(question(page).getByLabel('Password', { exact: true })).toBeFocused();
  await renewUnaged();
  await look(page, 'step-up');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(question(page)).toBeHidden();
  await expect(page.getByText('You did not confirm that it is you, so nothing was changed.')).toBeVisible();

  const renewAgain = await ageSignIn(page);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(question(page)).toBeVisible();
  await renewAgain();
  await question(page).getByLabel('Password', { exact: true }).fill('Wrong-horse-9');
  await page.keyboard.press('Enter');
  await expect(question(page).getByText(/incorrect/i)).toBeVisible();
  await question(page).getByLabel('Password', { exact: true }).fill(ana.password);
  await page.keyboard.press('Enter');
  await expect(question(page)).toBeHidden();
  await expect(page.getByLabel('Setup key')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Change email' }).click();
  const email = page.getByRole('dialog', { name: 'Change your email' });
  await email.getByLabel('New email').fill(createPerson('Ana').email);
  await page.keyboard.press('Enter');
  await expect(email.getByLabel('Confirmation code')).toBeVisible();
  await page.keyboard.press('Escape');

  releaseParts();
  await expect(uploadItem(page, 'notes.txt').getByText('Done')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Account', exact: true })).toBeVisible();
});
