import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/expect-accessible.ts';
import { fileRow } from '../support/files.ts';
import { look } from '../support/look.ts';
import { signOut } from '../support/people.ts';
import { startStack } from '../support/start-stack.ts';

const ports = { webPort: 15175, apiPort: 13002, cognitoPort: 19231, cognitoTlsPort: 19445, s3Port: 19002 };

test.use({ baseURL: `http://localhost:${ports.webPort}` });

let stop: () => Promise<void>;
test.beforeAll(async () => {
  stop = await startStack(ports, {}, '--built', '--demo');
});
test.afterAll(() => stop());

test('either person of the demo signs in with one click, and finds what they share', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Ben Okafor' })).toBeVisible();
  await look(page, 'demo-sign-in');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Ana Ruiz' }).click();
  await expect(fileRow(page, 'Hills in autumn')).toBeVisible();
  await expect(fileRow(page, 'Bicycle trip')).toBeVisible();
  await look(page, 'demo-files');
  await signOut(page);

  await page.getByRole('button', { name: 'Ben Okafor' }).click();
  await expect(fileRow(page, 'Recipes')).toBeVisible();
  await page.getByRole('link', { name: 'Shared with me' }).click();
  await expect(fileRow(page, 'Hills in autumn')).toBeVisible();
  await expect(fileRow(page, 'Bicycle trip')).toBeVisible();
});
