import { type BrowserContext, expect, test } from '@playwright/test';
import { createPerson, signInAsNew } from '../support/people.ts';
import { stack } from '../support/stack.ts';
import { accessTokenOf, waitUntilExpired } from '../support/tokens.ts';

/** Holds refreshes back until `release`, and records the refresh tokens that they send. */
const holdRefreshes = async (context: BrowserContext) => {
  const sent: string[] = [];
  const released = Promise.withResolvers<void>();
  await context.route(`http://localhost:${stack().cognitoPort}/`, async (route) => {
    const { RefreshToken }: { RefreshToken?: string } = route.request().postDataJSON() ?? {};
    if (RefreshToken !== undefined) {
      sent.push(RefreshToken);
      await released.promise;
    }
    await route.continue();
  });
  return { sent, release: released.resolve };
};

// A refresh token that is sent again after its grace period ends the session.
test('tabs whose token expires at once send no refresh token twice, and stay signed in', async ({
  page,
  context,
}) => {
  await signInAsNew(page, createPerson('Ana'));
  const token = await accessTokenOf(page);
  const tabs = await Promise.all(Array.from({ length: 10 }, () => context.newPage()));
  await page.close();
  const { sent, release } = await holdRefreshes(context);
  await waitUntilExpired(token);

  // On a slow line: the first tabs are open before the first refresh is answered.
  const opened = tabs.map((tab) => tab.goto('/files'));
  await Promise.all(opened.slice(0, 3));
  release();
  await Promise.all(opened);

  for (const tab of tabs) await expect(tab.getByRole('heading', { name: 'My files' })).toBeVisible();
  expect(sent).not.toEqual([]);
  expect(sent).toEqual([...new Set(sent)]);
});
