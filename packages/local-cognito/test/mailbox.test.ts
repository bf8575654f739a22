import { describe, expect, test } from 'vitest';
import { callRaw } from './support/call.ts';
import { messagesTo } from './support/mailbox.ts';
import { ann, bob } from './support/people.ts';
import { startTestPool, type TestPool } from './support/start-test-pool.ts';

const foreign = { origin: 'https://evil.example' };

const signUp = (pool: TestPool, { email, password }: typeof ann) =>
  callRaw(
    pool,
    'SignUp',
    JSON.stringify({ ClientId: pool.userPoolClientId, Username: email, Password: password }),
  );

const sendEmail = (pool: TestPool, email: unknown, headers: Record<string, string> = {}) =>
  fetch(`${pool.endpoint}/v2/email/outbound-emails`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(email),
  });

const invitation = {
  FromEmailAddress: 'ShareMyFiles <no-reply@example.com>',
  Destination: { ToAddresses: ['Bob <bob@example.com>'] },
  Content: { Simple: { Subject: { Data: 'Ann shared a file' }, Body: { Text: { Data: '<b>Look</b>' } } } },
};

describe('the mailbox API', () => {
  test('lists all messages newest first, or those to one address in any case', async () => {
    const pool = await startTestPool();
    await signUp(pool, ann);
    await signUp(pool, bob);

    const { messages } = (await (await fetch(`${pool.mailboxUrl}/messages`)).json()) as {
      messages: { to: string }[];
    };

    expect(messages.map(({ to }) => to)).toEqual([bob.email, ann.email]);
    expect(await messagesTo(pool, 'ANN@example.com')).toMatchObject([{ to: ann.email }]);
  });

  test('clears all messages', async () => {
    const pool = await startTestPool();
    await signUp(pool, ann);

    expect((await fetch(`${pool.mailboxUrl}/messages`, { method: 'DELETE' })).status).toBe(204);

    expect(await messagesTo(pool, ann.email)).toEqual([]);
  });

  test('notifies open pages of each change', async () => {
    const pool = await startTestPool();
    const response = await fetch(`${pool.mailboxUrl}/events`);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();

    await signUp(pool, ann);

    expect(await reader?.read()).toEqual({ done: false, value: 'data: changed\n\n' });
  });

  test.each([
    ['GET', 'messages'],
    ['DELETE', 'messages'],
    ['GET', 'events'],
  ])('rejects %s %s of pages of other origins', async (method, path) => {
    const pool = await startTestPool();
    await signUp(pool, ann);

    for (const origin of ['https://evil.example', 'http://localhost:5173', 'null']) {
      const response = await fetch(`${pool.mailboxUrl}/${path}`, { method, headers: { origin } });
      expect(response.status).toBe(403);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    }
    expect(await messagesTo(pool, ann.email)).toHaveLength(1);
  });

  test('keeps the newest 500 messages', async () => {
    const pool = await startTestPool();
    for (let count = 0; count < 501; count += 1) await sendEmail(pool, invitation);

    const messages = await messagesTo(pool, bob.email);

    expect(messages).toHaveLength(500);
    expect(messages[0]?.id).toBe('501');
  });
});

describe('the mailbox page', () => {
  test.each(['', '/mailbox.css', '/mailbox.js', '/icon.svg'])(
    'serves %s with a strict policy',
    async (path) => {
      const pool = await startTestPool();

      const { status, headers } = await fetch(`${pool.mailboxUrl}${path}`);

      expect(status).toBe(200);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    },
  );

  test('has no inline script or style, which the policy would block', async () => {
    const pool = await startTestPool();

    const html = await (await fetch(pool.mailboxUrl)).text();

    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
  });
});

describe('SendEmail of Amazon SES v2', () => {
  test('delivers the mail of an app', async () => {
    const pool = await startTestPool();

    const response = await sendEmail(pool, invitation);

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ MessageId: expect.any(String) });
    expect(await messagesTo(pool, 'bob@example.com')).toEqual([
      {
        id: expect.any(String),
        to: 'bob@example.com',
        subject: 'Ann shared a file',
        text: '<b>Look</b>',
        sentAt: expect.any(String),
      },
    ]);
  });

  test('rejects anything but simple text messages, and pages of other origins', async () => {
    const pool = await startTestPool();
    const noRecipient = { ...invitation, Destination: {} };

    for (const email of [{}, null, [], { ...invitation, Content: { Raw: { Data: '' } } }, noRecipient]) {
      const response = await sendEmail(pool, email);
      expect(response.status).toBe(400);
      expect(response.headers.get('x-amzn-errortype')).toBe('BadRequestException');
    }
    expect((await sendEmail(pool, invitation, foreign)).status).toBe(403);
  });
});
