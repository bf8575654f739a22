import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { userPoolId } from '../../scripts/dev/local-aws.ts';
import { addAuthenticatorApp, createAuthenticatorApp } from '../support/authenticator-app.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { look } from '../support/look.ts';
import { countMessages, readCode } from '../support/mailbox.ts';
import { fillSignInForm, signOut } from '../support/people.ts';
import { createPoolClient } from '../support/pool.ts';
import { startStack } from '../support/start-stack.ts';

const ports = { webPort: 15174, apiPort: 13001, cognitoPort: 19230, cognitoTlsPort: 19444, s3Port: 19001 };

/** Only an administrator adds people, each needs a name and a second factor, and the pool remembers devices. */
const pool = {
  allowAdminCreateUserOnly: true,
  requiredAttributes: ['email', 'name'],
  mfaConfiguration: 'ON',
  enabledMfas: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'],
  deviceConfiguration: { challengeRequiredOnNewDevice: true },
  identityProviders: [{ providerName: 'ExampleCorp', providerType: 'OIDC' }],
  clients: [{ supportedIdentityProviders: ['COGNITO', 'ExampleCorp'] }],
};

// The stories share one stack.
test.describe.configure({ mode: 'default' });
test.use({ baseURL: `http://localhost:${ports.webPort}` });

let stop: () => Promise<void>;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  stop = await startStack(ports, pool);
});
test.afterAll(() => stop());

const myFiles = (page: Page) => page.getByRole('heading', { name: 'My files' });
const firstPassword = 'Temporary-horse-1';
const ownPassword = 'Correct-horse-9';

/** Adds a person as an administrator does, without a name. */
const addPerson = async (): Promise<string> => {
  const email = `ada-${randomUUID().slice(0, 8)}@example.com`;
  await createPoolClient().adminCreateUser({
    UserPoolId: userPoolId,
    Username: email,
    TemporaryPassword: firstPassword,
    UserAttributes: Object.entries({ email, email_verified: 'true' }).map(([Name, Value]) => ({
      Name,
      Value,
    })),
  });
  return email;
};

/** Signs in for the first time, up to the choice of a second factor. */
const chooseOwnPassword = async (page: Page, email: string): Promise<void> => {
  await fillSignInForm(page, { email, password: firstPassword });
  await page.getByLabel('Name', { exact: true }).fill('Ada');
  await page.getByLabel('New password', { exact: true }).fill(ownPassword);
  await page.getByRole('button', { name: 'Set password and sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Set up a second step' })).toBeVisible();
};

test('nothing about signing up is shown, and a configured provider has a button', async ({ page }) => {
  await page.goto('/sign-up');

  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Create an account' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Continue with ExampleCorp' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Continue with Google' })).toHaveCount(0);
  await look(page, 'sign-in-without-sign-up');
});

test('an account of an administrator gets its own password, a name and an authenticator app', async ({
  page,
  browser,
}) => {
  const email = await addPerson();
  await page.goto('/reset-password');
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByRole('button', { name: 'Send code' }).click();
  await expect(page.getByText('sign in with the temporary password from the invitation')).toBeVisible();
  await fillSignInForm(page, { email, password: firstPassword });
  await expect(page.getByRole('heading', { name: 'Choose your own password' })).toBeVisible();
  await look(page, 'new-password');
  await expectAccessible(page);
  await chooseOwnPassword(page, email);
  await look(page, 'choose-factor-to-set-up');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Use an authenticator app' }).click();
  await expect(page.getByRole('heading', { name: 'Set up an authenticator app' })).toBeVisible();
  await look(page, 'set-up-authenticator');
  await expectAccessible(page);
  const app = createAuthenticatorApp(await page.getByLabel('Setup key').inputValue());
  await page.getByLabel('Authenticator code').fill('000000');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(
    page.getByText('This code is incorrect. Enter the code that the app shows now.'),
  ).toBeVisible();
  await page.getByLabel('Authenticator code').fill(app.nextCode());
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const offer = page.getByRole('dialog', { name: 'Create recovery codes' });
  await expect(offer).toBeVisible();
  await look(page, 'recovery-codes-offer');
  await expectAccessible(page);
  await offer.getByRole('button', { name: 'Create codes' }).click();
  const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  const [code = ''] = await codes.allInnerTexts();
  await page.getByRole('button', { name: 'I have saved them' }).click();
  await expect(myFiles(page)).toBeVisible();

  await signOut(page);
  await fillSignInForm(page, { email, password: ownPassword });
  await expect(myFiles(page), 'the pool remembers this device').toBeVisible();

  const elsewhere = await (
    await browser.newContext({ baseURL: `http://localhost:${ports.webPort}` })
  ).newPage();
  await fillSignInForm(elsewhere, { email, password: ownPassword });
  await expect(elsewhere.getByLabel('Authenticator code')).toBeFocused();
  await look(elsewhere, 'authenticator-code');
  await expectAccessible(elsewhere);
  await elsewhere.keyboard.type(app.nextCode());
  await elsewhere.keyboard.press('Enter');
  await expect(myFiles(elsewhere)).toBeVisible();

  await signOut(elsewhere);
  const newPhone = await (
    await browser.newContext({ baseURL: `http://localhost:${ports.webPort}` })
  ).newPage();
  await fillSignInForm(newPhone, { email, password: ownPassword });
  await newPhone.getByRole('button', { name: 'Lost your authenticator? Use a recovery code' }).click();
  await newPhone.getByRole('textbox', { name: 'Recovery code' }).fill(code);
  await newPhone.keyboard.press('Enter');
  await expect(
    newPhone.getByRole('heading', { name: 'Set up a second step' }),
    'the pool demands another app',
  ).toBeVisible();
});

test('codes by email are set up as the second factor, and sent at each sign-in', async ({
  page,
  browser,
}) => {
  const email = await addPerson();
  await chooseOwnPassword(page, email);
  await page.getByRole('button', { name: 'Email me a code' }).click();
  await look(page, 'set-up-email-codes');
  const before = await countMessages(email);
  await page.getByRole('button', { name: 'Send the first code' }).click();
  await page.getByLabel('Code', { exact: true }).fill(await readCode(email, before));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(myFiles(page)).toBeVisible();

  const elsewhere = await (
    await browser.newContext({ baseURL: `http://localhost:${ports.webPort}` })
  ).newPage();
  await fillSignInForm(elsewhere, { email, password: ownPassword });
  await expect(elsewhere.getByText(`We sent a code to ${email}.`)).toBeVisible();
  const first = await countMessages(email);
  await elsewhere.getByRole('button', { name: 'Send a new code' }).click();
  await expect(elsewhere.getByText('We sent you a new code.')).toBeVisible();
  await elsewhere.getByLabel('Code', { exact: true }).fill(await readCode(email, first));
  await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(myFiles(elsewhere)).toBeVisible();
});

test('an account with two second factors chooses one of them at sign-in', async ({ page, browser }) => {
  const openDevice = async () =>
    (await browser.newContext({ baseURL: `http://localhost:${ports.webPort}` })).newPage();
  const email = await addPerson();
  await chooseOwnPassword(page, email);
  await page.getByRole('button', { name: 'Email me a code' }).click();
  const before = await countMessages(email);
  await page.getByRole('button', { name: 'Send the first code' }).click();
  await page.getByLabel('Code', { exact: true }).fill(await readCode(email, before));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(myFiles(page)).toBeVisible();
  const app = await addAuthenticatorApp(page, { Enabled: true, PreferredMfa: false });

  const first = await openDevice();
  await fillSignInForm(first, { email, password: ownPassword });
  await expect(first.getByRole('heading', { name: 'Choose your second step' })).toBeVisible();
  await expect(first.getByRole('button', { name: 'Use an authenticator app' })).toBeFocused();
  await look(first, 'choose-factor');
  await expectAccessible(first);
  await first.keyboard.press('Enter');
  await first.getByLabel('Authenticator code').fill(app.nextCode());
  await first.keyboard.press('Enter');
  await expect(myFiles(first)).toBeVisible();

  const second = await openDevice();
  await fillSignInForm(second, { email, password: ownPassword });
  const sent = await countMessages(email);
  await second.getByRole('button', { name: 'Email me a code' }).click();
  await second.getByLabel('Code', { exact: true }).fill(await readCode(email, sent));
  await second.keyboard.press('Enter');
  await expect(myFiles(second)).toBeVisible();
});
