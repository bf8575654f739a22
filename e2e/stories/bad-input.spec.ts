import { expect, test } from '@playwright/test';
import { chooseAction, chooseFiles, fileRow, uploadItem } from '../support/files.ts';
import { countMessages, readCode } from '../support/mailbox.ts';
import { createPerson, fillSignInForm, fillSignUpForm, signInAsNew, signOut } from '../support/people.ts';

test('signing up shows the error of each field and keeps the input', async ({ page }) => {
  const ana = createPerson('Ana');

  await fillSignUpForm(page, { ...ana, email: 'not an address' });
  await expect(page.getByText(/email address/i).last()).toBeVisible();
  await fillSignUpForm(page, { ...ana, password: 'short' });
  await expect(page.getByText('This password does not meet every rule below.')).toBeVisible();

  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(ana.name);
  await expect(page.getByLabel('Email', { exact: true })).toHaveValue(ana.email);
});

test('signing up reports an email address that is already taken', async ({ page }) => {
  const ana = createPerson('Ana');
  await signInAsNew(page, ana);
  await signOut(page);

  await fillSignUpForm(page, ana);

  await expect(page.getByText('There is already an account with this email address')).toBeVisible();
});

test('a wrong confirmation code can be corrected', async ({ page }) => {
  const ana = createPerson('Ana');
  await fillSignUpForm(page, ana);

  await page.getByLabel('Confirmation code').fill('000000');
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();

  await expect(
    page.getByText(/code/i).filter({ hasText: /not right|wrong|doesn.t match|incorrect/i }),
  ).toBeVisible();
  const before = await countMessages(ana.email);
  await page.getByRole('button', { name: 'Send a new code' }).click();
  await expect(page.getByText('We sent you a new code.')).toBeVisible();
  await expect(page.getByLabel('Confirmation code')).toHaveValue('');
  await expect(page.getByText(/incorrect/i)).toHaveCount(0);
  await page.getByLabel('Confirmation code').fill(await readCode(ana.email, before));
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'My files' })).toBeVisible();
});

test('a wrong password and an unknown email address give the same message', async ({ page }) => {
  const ana = createPerson('Ana');
  await signInAsNew(page, ana);
  await signOut(page);
  const answers: (string | null)[] = [];

  for (const attempt of [{ ...ana, password: 'Wrong-password-1' }, createPerson('Nobody')]) {
    await fillSignInForm(page, attempt);
    const alert = page.getByText(/incorrect email or password/i);
    await expect(alert).toBeVisible();
    answers.push(await alert.textContent());
    await expect(page.getByText(`Sign in as ${attempt.email}.`)).toBeVisible();
  }

  expect(answers[0]).toBe(answers[1]);
});

test('a file with a rejected name can be renamed in its row and uploaded', async ({ page }) => {
  await signInAsNew(page, createPerson('Ana'));

  await chooseFiles(page, [
    { name: 'invoice\u202Efdp.txt', mimeType: 'text/plain', buffer: Buffer.from('x') },
  ]);
  const row = page.getByRole('region', { name: 'Uploads' }).getByRole('listitem');
  await expect(row.getByText(/reading direction/)).toBeVisible();
  await expect(row.getByRole('textbox')).toHaveValue('invoicefdp.txt');
  await row.getByRole('textbox').fill('invoice.txt');
  await row.getByRole('button', { name: 'Upload', exact: true }).click();

  await expect(uploadItem(page, 'invoice.txt').getByText('Done')).toBeVisible();
  await expect(fileRow(page, 'invoice.txt')).toBeVisible();

  await chooseAction(page, 'invoice.txt', 'Rename');
  const name = page.getByRole('textbox', { name: 'Name' });
  const fieldBefore = await name.boundingBox();
  await name.fill('paid/invoice.txt');
  await name.press('Enter');
  await expect(page.getByText('A name must not contain / or \\.')).toBeVisible();
  await expect(name).toHaveValue('paid-invoice.txt');
  // The message moves nothing that is above it.
  expect((await name.boundingBox())?.y).toBe(fieldBefore?.y);
  await name.press('Enter');
  await expect(fileRow(page, 'paid-invoice.txt')).toBeVisible();
});

test('HTML uploaded as an image never runs', async ({ page }) => {
  await signInAsNew(page, createPerson('Ana'));
  const script = '<script>document.title = "taken over"</script>';
  await chooseFiles(page, [{ name: 'cat.png', mimeType: 'image/png', buffer: Buffer.from(script) }]);
  await expect(fileRow(page, 'cat.png')).toBeVisible();

  await page.getByRole('button', { name: 'cat.png', exact: true }).click();

  await expect(page.getByRole('dialog').getByText(/This picture is damaged/)).toBeVisible();
  expect(await page.title()).not.toBe('taken over');
});

test.describe('addresses without a page', () => {
  test('an unknown page says so and links back', async ({ page }) => {
    await page.goto('/no-such-page');
    await expect(page.getByRole('heading', { name: /not found/i })).toBeVisible();
    await expect(page.getByRole('link').first()).toBeVisible();
  });
});
