import { afterAll, describe, expect, test } from 'vitest';
import { hostileCalls } from './support/hostile-calls.ts';
import { sha256, signRequest } from './support/sign-request.ts';
import { startTestS3 } from './support/start-test-s3.ts';

const s3 = await startTestS3();
afterAll(() => s3.stop());

const { port } = new URL(s3.endpoint);
const { sendRaw } = hostileCalls(s3);

describe('the Host header', () => {
  const list = (host: string) => {
    const { headers } = signRequest({ method: 'GET', url: `http://${host}/`, payloadHash: sha256('') });
    const lines = Object.entries({ host, connection: 'close', ...headers }).map((line) => line.join(': '));
    return sendRaw(`GET / HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  };

  test.each([`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`])('may be %s', async (host) => {
    expect(await list(host)).toContain('HTTP/1.1 200');
  });

  test.each(['rebound.example', 'localhost.rebound.example', '127.0.0.1.rebound.example'])(
    'may not be %s, even if the request is signed',
    async (name) => {
      const response = await list(name);

      expect(response).toContain('HTTP/1.1 403');
      expect(response).toContain('<Code>AccessDenied</Code>');
    },
  );
});
