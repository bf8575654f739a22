import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { createLogger } from '#http/logger.ts';
import { createSesMailer } from '#mail/mailer.ts';
import { createShareNotices } from '#shares/share-mail-service.ts';

const recipient = 'canary-7f3a@example.com';

const bodies: string[] = [];
const ses = createServer((request, response) => {
  request.setEncoding('utf8').on('data', (text: string) => void bodies.push(text));
  request.once('end', () => {
    response.writeHead(400, { 'Content-Type': 'application/json', 'X-Amzn-Errortype': 'MessageRejected' });
    response.end(JSON.stringify({ message: `Email address is not verified: ${recipient}` }));
  });
}).listen(0, '127.0.0.1');

afterAll(() => {
  ses.closeAllConnections();
  ses.close();
});

test('logs the code of a mail that SES rejects, without the email address', async () => {
  if (!ses.listening) await once(ses, 'listening');
  process.env.AWS_ACCESS_KEY_ID = 'test';
  process.env.AWS_SECRET_ACCESS_KEY = 'test-secret';
  const lines: string[] = [];
  const notices = createShareNotices({
    sendMail: createSesMailer({
      region: 'us-east-1',
      endpoint: `http://127.0.0.1:${(ses.address() as AddressInfo).port}`,
      from: 'no-reply@share-my-files.example',
      configurationSet: 'with-feedback',
    }),
    publicOrigin: 'http://localhost:5173',
    logger: createLogger('debug', { write: (line: string) => void lines.push(line) }),
  });

  await notices.announceGrant({
    grant: { id: 'grant', email: recipient, state: 'active' },
    kind: 'file',
    ownerName: 'Ada Lovelace',
  });

  expect(JSON.parse(bodies.join(''))).toMatchObject({ ConfigurationSetName: 'with-feedback' });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('"code":"MessageRejected"');
  expect(lines[0]).not.toContain('canary');
});
