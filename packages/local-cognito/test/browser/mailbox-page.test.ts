import type { LocalCognito } from '@share-my-files/local-cognito';
import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { callRaw } from '../support/call.ts';
import { newestCode } from '../support/mailbox.ts';
import { ann, bob } from '../support/people.ts';
import { startTestPool } from '../support/start-test-pool.ts';
import { openWindow } from './support/open-app.ts';

const signUp = async (pool: LocalCognito, { email, password }: typeof ann) => {
  const request = { ClientId: pool.userPoolClientId, Username: email, Password: password };
  await callRaw(pool, 'SignUp', JSON.stringify(request));
  return newestCode(pool, email);
};

const sendMail = (pool: LocalCognito, text: string) =>
  fetch(`${pool.endpoint}/v2/email/outbound-emails`, {
    method: 'POST',
    body: JSON.stringify({
      FromEmailAddress: 'no-reply@example.com',
      Destination: { ToAddresses: [ann.email] },
      Content: { Simple: { Subject: { Data: text }, Body: { Text: { Data: text } } } },
    }),
  });

/** Opens the page. Any error that it logs fails the test. */
const openMailbox = async (pool: LocalCognito, permissions: string[] = []): Promise<Page> => {
  const page = await (await openWindow(permissions)).newPage();
  const errors: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
  page.on('pageerror', (error) => errors.push(String(error)));
  onTestFinished(() => expect(errors).toEqual([]));
  await page.goto(pool.mailboxUrl);
  await page.getByText('Live', { exact: true }).waitFor();
  return page;
};

const subjects = (page: Page) => page.locator('.subject').allTextContents();

describe('the mailbox page', () => {
  test('lists messages newest first and opens them', async () => {
    const pool = await startTestPool();
    await signUp(pool, ann);
    const code = await signUp(pool, bob);

    const page = await openMailbox(pool);
    const newest = page.getByRole('listitem').first();
    await newest.getByText('Your verification code').click();

    expect(await newest.locator('.recipient').textContent()).toBe(`To ${bob.email}`);
    expect(await newest.locator('.text').textContent()).toContain(code);
    expect(await newest.locator('.text').isVisible()).toBe(true);
    expect(await page.title()).toBe('(2) Local mailbox');
  });

  test('shows new messages immediately and keeps open messages open', async () => {
    const pool = await startTestPool();
    const page = await openMailbox(pool);
    expect(await page.getByText('No messages yet').isVisible()).toBe(true);

    await sendMail(pool, 'First');
    await page.getByText('First').first().click();
    await sendMail(pool, 'Second');
    await page.getByText('Second').first().waitFor();

    expect(await subjects(page)).toEqual(['Second', 'First']);
    expect(await page.locator('details[open] .subject').allTextContents()).toEqual(['First']);
    expect(await page.getByText('No messages yet').isVisible()).toBe(false);
  });

  test('copies a code', async () => {
    const pool = await startTestPool();
    const code = await signUp(pool, ann);
    const page = await openMailbox(pool, ['clipboard-read', 'clipboard-write']);

    await page.getByRole('button', { name: `${code} Copy` }).click();
    await page.getByText('Copied', { exact: true }).waitFor();

    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
  });

  test('clears all messages, also in other windows', async () => {
    const pool = await startTestPool();
    await signUp(pool, ann);
    const page = await openMailbox(pool);
    const other = await openMailbox(pool);

    await page.getByRole('button', { name: 'Clear all' }).click();

    for (const window of [page, other]) await window.getByText('No messages yet').waitFor();
    expect(await subjects(other)).toEqual([]);
    expect(await page.getByRole('button', { name: 'Clear all' }).isDisabled()).toBe(true);
  });

  test('shows any mail as text', async () => {
    const pool = await startTestPool();
    const markup = '<img src=x onerror="document.title=`taken over`"><b>Look</b>';
    await sendMail(pool, markup);

    const page = await openMailbox(pool);
    await page.getByRole('listitem').waitFor();

    expect(await subjects(page)).toEqual([markup]);
    expect(await page.locator('li img, li b').count()).toBe(0);
    expect(await page.title()).toBe('(1) Local mailbox');
  });
});
