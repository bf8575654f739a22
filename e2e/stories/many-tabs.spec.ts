import { type BrowserContext, expect, test } from '@playwright/test';
import { createPerson, signInAsNew } from '../support/people.ts';
import { stack } from '../support/stack.ts';
import { accessTokenOf, waitUntilExpired } from '../support/tokens.ts';

/** Holds refreshes back until `release`, and counts those that were sent and those that Cognito refused. */
const holdRefreshes = async (context: BrowserContext) => {
  const refreshes = { sent: 0, refused: 0 };
  const released = Promise.withResolvers<void>();
  await context.route(`http://localhost:${stack().cognitoPort}/`, async (route) => {
    const { RefreshToken }: { RefreshToken?: string } = route.request().postDataJSON() ?? {};
    if (RefreshToken === undefined) return await route.continue();
    refreshes.sent += 1;
    await released.promise;
    const response = await route.fetch();
    if (!response.ok()) refreshes.refused += 1;
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
  await signInAsNew(page, createPerson('Ana'));
  const token = await accessTokenOf(page);
  const tabs = await Promise.all(Array.from({ length: 10 }, () => context.newPage()));
  await page.close();
  const { refreshes, release } = await holdRefreshes(context);
  await waitUntilExpired(token);

  // On a slow line: the first tabs are open before the first refresh is answered.
  const opened = tabs.map((tab) => tab.goto('/files'));
  await Promise.all(opened.slice(0, 3));
  await expect.poll(() => refreshes.sent).toBeGreaterThan(0);
  expect(refreshes.sent).toBe(1);
  release();
  await Promise.all(opened);

  for (const tab of tabs) await expect(tab.getByRole('heading', { name: 'My files' })).toBeVisible();
  expect(refreshes.refused).toBe(0);
});
