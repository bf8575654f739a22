import { type BrowserContext, expect, test } from '@playwright/test';
import { createPerson, signInAsNew } from '../support/people.ts';
import { stack } from '../support/stack.ts';
import { accessTokenOf, waitUntilExpired } from '../support/tokens.ts';

// `TABS=100` opens 100. Two cores took 6 minutes for them, with a token of three minutes instead of 20 seconds and
// `--renderer-process-limit=4`; without these they only refresh tokens.
const tabCount = Number(process.env.TABS ?? 10);
// Only ends a hanging story: so many tabs share the processors.
const timeout = 60_000 + tabCount * 10_000;

/** Holds the answers to refreshes back until `release`, as a slow line does, and counts requests and refusals. */
const holdRefreshes = async (context: BrowserContext) => {
  const refreshes = { sent: 0, refused: 0 };
  const released = Promise.withResolvers<void>();
  await context.route(`http://localhost:${stack().cognitoPort}/`, async (route) => {
    const { RefreshToken }: { RefreshToken?: string } = route.request().postDataJSON() ?? {};
    if (RefreshToken === undefined) return await route.continue();
    refreshes.sent += 1;
    const response = await route.fetch();
    if (!response.ok()) refreshes.refused += 1;
    // Cognito has replaced the token, and the browser does not have the new one.
    await released.promise;
    await route.fulfill({ response });
  });
  return { refreshes, release: released.resolve };
};

// A refresh token that is sent again after its grace period ends the session. Within that period it may be: the storage
// of a browser reaches its other processes a moment after a lock does.
test('of tabs whose token expires at once one refreshes it, and all stay signed in', async ({
  page,
  context,
}) => {
  test.setTimeout(3 * timeout);
  await signInAsNew(page, createPerson('Ana'));
  const token = await accessTokenOf(page);
  const tabs = await Promise.all(Array.from({ length: tabCount }, () => context.newPage()));
  await page.close();
  const { refreshes, release } = await holdRefreshes(context);
  await waitUntilExpired(token);

  // The first tabs are open before the first refresh is answered.
  const opened = tabs.map((tab) => tab.goto('/files'));
  await Promise.all(opened.slice(0, 3));
  await expect.poll(() => refreshes.sent, { timeout }).toBeGreaterThan(0);
  expect(refreshes.sent).toBe(1);
  release();
  await Promise.all(opened);

  for (const tab of tabs) {
    const files = tab.getByRole('heading', { name: 'My files' });
    // A tab that waits 15 s for the others says so, and stays signed in.
    const retry = tab.getByRole('button', { name: 'Try again' });
    await expect(files.or(retry)).toBeVisible({ timeout });
    if (await retry.isVisible()) await retry.click();
    await expect(files).toBeVisible({ timeout });
  }
  expect(refreshes.refused).toBe(0);
});
