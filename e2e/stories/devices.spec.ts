import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/expect-accessible.ts';
import { look } from '../support/look.ts';
import { createPerson, signIn, signInAsNew } from '../support/people.ts';

const devices = (page: Page) => page.getByRole('list', { name: 'Signed-in devices' }).getByRole('listitem');

const accessTokenOf = (page: Page): Promise<string> =>
  page.evaluate(() => Object.entries(localStorage).find(([key]) => key.endsWith('.accessToken'))?.[1] ?? '');

test('a user sees where they are signed in, and signs out one device and then all others', async ({
  browser,
}) => {
  const ana = createPerson('Ana');
  const openDevice = async () => (await browser.newContext()).newPage();
  const [page, lost, other] = [await openDevice(), await openDevice(), await openDevice()];
  await signInAsNew(page, ana);
  await signIn(lost, ana);
  const stolenToken = await accessTokenOf(lost);
  await page.goto('/account');
  await expect(devices(page)).toHaveCount(2);
  await expect(devices(page).first()).toContainText('This device');
  await expect(devices(page).last()).toContainText(/Active/);
  await look(page, 'devices');
  await expectAccessible(page);

  await devices(page).getByRole('button', { name: 'Sign out' }).click();
  const one = page.getByRole('dialog', { name: 'Sign out on this device?' });
  await expect(one.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await one.getByRole('button', { name: 'Sign out' }).click();
  await expect(devices(page)).toHaveCount(1);
  await expect(page.getByText('You are signed in on no other device.')).toBeVisible();
  const replayed = await page.request.get('/api/me', { headers: { Authorization: `Bearer ${stolenToken}` } });
  expect(replayed.status()).toBe(401);

  await signIn(other, ana);
  await page.reload();
  await expect(devices(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Sign out all other devices' }).click();
  const all = page.getByRole('dialog', { name: 'Sign out all other devices?' });
  await all.getByRole('button', { name: 'Sign out the others' }).click();
  await expect(page.getByText('All other devices are signed out.')).toBeVisible();
  await expect(devices(page)).toHaveCount(1);
  await page.reload();
  await expect(devices(page).first()).toContainText('This device');
});

test('the list of devices says that it cannot be loaded, and loads when the user tries again', async ({
  page,
}) => {
  await signInAsNew(page, createPerson('Ana'));
  await page.route('**/api/me/sessions', (route) => route.abort());
  await page.goto('/account');
  await expect(page.getByText('Your devices could not be loaded')).toBeVisible();

  await page.unroute('**/api/me/sessions');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(devices(page)).toHaveCount(1);
});
