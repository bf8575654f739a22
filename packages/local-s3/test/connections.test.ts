import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { hostileCalls } from './support/hostile-calls.ts';
import { signRequest } from './support/sign-request.ts';
import { bucket, startTestS3 } from './support/start-test-s3.ts';

const s3 = await startTestS3();
afterAll(() => s3.stop());

const { host, port } = new URL(s3.endpoint);

const { sendRaw, assertUnharmed } = hostileCalls(s3);

test('keeps a connection open after rejected uploads', async () => {
  const socket = connect(Number(port), '127.0.0.1');
  const put = `PUT /${bucket}/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n${'x'.repeat(100_000)}`;
  socket.write(put + put);
  socket.end(`GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);

  expect((await text(socket)).match(/HTTP\/1\.1 403/g)).toHaveLength(3);
});

test('keeps a connection open after rejecting a body half-way', async () => {
  const url = `${s3.endpoint}/${bucket}/x`;
  const length = 5_000_000;
  const { headers } = signRequest({
    method: 'PUT',
    url,
    headers: { 'x-amz-decoded-content-length': String(length) },
    payloadHash: 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
  });
  const lines = Object.entries({ ...headers, host, 'content-length': length });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');

  const response = await sendRaw(
    `PUT /${bucket}/x HTTP/1.1\r\n${head}\r\n${'no chunk\r\n'.padEnd(length, 'x')}` +
      'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
  );

  expect(response.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 400', 'HTTP/1.1 403']);
  await assertUnharmed();
});

test('rejects a client that waits for 100 Continue before the first byte of the body', async () => {
  const response = await sendRaw(
    `PUT /${bucket}/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\nExpect: 100-continue\r\n\r\n`,
  );

  expect(response).toMatch(/^HTTP\/1\.1 403 /);
  expect(response).toMatch(/connection: close/i);
});
