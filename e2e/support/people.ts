import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { userPoolClientId } from '../../scripts/dev/local-aws.ts';
import { readCode } from './mailbox.ts';
import { createPoolClient } from './pool.ts';
import { storeTokens } from './tokens.ts';

export type Person = { name: string; email: string; password: string };

export const createPerson = (name: string): Person => ({
  name,
  email: `${name.toLowerCase()}-${randomUUID().slice(0, 8)}@example.com`,
  password: `Correct-horse-${randomUUID().slice(0, 8)}-9`,
});

export const fillSignUpForm = async (page: Page, person: Person): Promise<void> => {
  await page.goto('/sign-up');
  await page.getByLabel('Name', { exact: true }).fill(person.name);
  await page.getByLabel('Email', { exact: true }).fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Create account' }).click();
};

export const signUp = async (page: Page, person: Person): Promise<void> => {
  await fillSignUpForm(page, person);
  await page.getByLabel('Confirmation code').fill(await readCode(person.email));
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'My files' })).toBeVisible();
};

/** Opens the sign-in page and enters the address, which leads to the first way to sign in. */
export const enterEmail = async (page: Page, email: string): Promise<void> => {
  await page.goto('/sign-in');
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
};

export const enterPassword = async (page: Page, password: string): Promise<void> => {
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
};

export const fillSignInForm = async (
  page: Page,
  { email, password }: Omit<Person, 'name'>,
): Promise<void> => {
  await enterEmail(page, email);
  await enterPassword(page, password);
};

/** Waits for the sign-in page. */
export const expectSignInPage = (page: Page): Promise<void> =>
  expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();

export const signIn = async (page: Page, person: Omit<Person, 'name'>): Promise<void> => {
  await fillSignInForm(page, person);
  await expect(page.getByRole('heading', { name: 'My files' })).toBeVisible();
};

/** Creates an account through the API of the user pool. */
export const createAccount = async ({ email, name, password }: Person): Promise<void> => {
  const pool = createPoolClient();
  const user = { ClientId: userPoolClientId, Username: email };
  const UserAttributes = Object.entries({ email, name }).map(([Name, Value]) => ({ Name, Value }));
  await pool.signUp({ ...user, Password: password, UserAttributes });
  await pool.confirmSignUp({ ...user, ConfirmationCode: await readCode(email) });
  pool.destroy();
};

/** Signs a new user in through the API of the user pool, for stories that are not about signing in: the form takes seconds. */
export const signInAsNew = async (page: Page, person: Person): Promise<void> => {
  await createAccount(person);
  const pool = createPoolClient();
  const { AuthenticationResult } = await pool.initiateAuth({
    ClientId: userPoolClientId,
    AuthFlow: 'USER_AUTH',
    AuthParameters: {
      USERNAME: person.email,
      PREFERRED_CHALLENGE: 'PASSWORD',
      PASSWORD: person.password,
    },
  });
  pool.destroy();
  await storeTokens(page, AuthenticationResult ?? {});
  await page.goto('/files');
  await expect(page.getByRole('heading', { name: 'My files' })).toBeVisible();
};

export const signOut = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expectSignInPage(page);
};
