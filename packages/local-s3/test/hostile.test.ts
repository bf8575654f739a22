import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { hostileCalls } from './support/hostile-calls.ts';
import { readError } from './support/read-error.ts';
import { signRequest } from './support/sign-request.ts';
import { bucket, startTestS3 } from './support/start-test-s3.ts';

const s3 = await startTestS3();
afterAll(() => s3.stop());

const { sendRaw, signed, assertUnharmed } = hostileCalls(s3);

describe('a path', () => {
  test.each([
    '/%',
    '/%zz',
    '/files/%ff%fe',
    '/files/%00',
    '/files/a%00b',
    '/files/%c0%ae%c0%ae/',
    '//files/x',
    '/../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2fetc%2fpasswd',
    `/files/${'x'.repeat(1025)}`,
    '/UPPER/x',
    '*',
    'http://other.example/files/x',
    'files/x',
  ])('of %.40s is rejected in the form of S3', async (target) => {
    const response = await sendRaw(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);

    expect(response).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(response).toContain('<Code>');
    expect(response).not.toContain(s3.dataDirectory);
    await assertUnharmed();
  });
});

describe('a request', () => {
  test.each([
    'nonsense\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: a\r\nBad Header: x\r\n\r\n',
    `GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`,
  ])('that is not HTTP (%.60j) is rejected in the form of S3', async (bytes) => {
    const response = await sendRaw(bytes);

    expect(response).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(response).toContain('<Error><Code>');
    await assertUnharmed();
  });

  test('with any headers and no signature results in a 4xx', async () => {
    const name = fc.constantFrom(
      'authorization',
      'x-amz-date',
      'x-amz-content-sha256',
      'x-amz-decoded-content-length',
      'x-amz-copy-source',
      'range',
      'content-md5',
      'expect',
      'origin',
    );
    const value = fc.oneof(
      fc.string({ unit: 'grapheme-ascii' }),
      fc.constantFrom(
        'AWS4-HMAC-SHA256 Credential=test-key/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0',
        'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
        '20260101T000000Z',
        '-1',
      ),
    );
    const query = fc.constantFrom(
      '',
      '?uploads',
      '?X-Amz-Algorithm=AWS4-HMAC-SHA256',
      '?X-Amz-Signature=a',
      '?%',
    );

    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'PUT', 'POST', 'DELETE', 'HEAD', 'PATCH', 'OPTIONS'),
        fc.dictionary(name, value, { maxKeys: 4 }),
        query,
        async (method, headers, search) => {
          const lines = Object.entries(headers).map(([header, text]) => `${header}: ${text}\r\n`);
          const response = await sendRaw(
            `${method} /${bucket}/key${search} HTTP/1.1\r\nHost: localhost\r\n${lines.join('')}Connection: close\r\n\r\n`,
          );
          expect(response).toMatch(/^HTTP\/1\.1 4\d\d /);
        },
      ),
      { numRuns: 150 },
    );
    await assertUnharmed();
  });

  test('with any headers and parameters and a valid signature never results in a 500', async () => {
    const value = fc.oneof(
      fc.string({ unit: 'grapheme-ascii' }).map((text) => text.trim()),
      fc.constantFrom(
        '*',
        '-1',
        '0',
        '1',
        'SHA256',
        'COMPOSITE',
        'REPLACE',
        'bytes=0-0',
        `${bucket}/key`,
        '"a"',
      ),
    );
    const header = fc.constantFrom(
      'content-type',
      'content-md5',
      'content-encoding',
      'x-amz-checksum-sha256',
      'x-amz-checksum-algorithm',
      'x-amz-checksum-type',
      'x-amz-sdk-checksum-algorithm',
      'x-amz-trailer',
      'x-amz-copy-source',
      'x-amz-metadata-directive',
      'x-amz-meta-a',
      'range',
      'if-match',
      'if-none-match',
      'if-modified-since',
      'origin',
    );
    const query = fc.constantFrom(
      '',
      '?cors',
      '?delete',
      '?list-type=2&max-keys=x',
      '?continuation-token=%2F&list-type=2',
      '?delimiter=%00&encoding-type=url&list-type=2&prefix=%FF',
      '?uploads',
      '?partNumber=1&uploadId=x',
      '?response-content-type=%0D%0A',
    );

    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'PUT', 'POST', 'DELETE', 'HEAD'),
        fc.constantFrom('', '/key'),
        query,
        fc.dictionary(header, value, { maxKeys: 5 }),
        async (method, key, search, headers) => {
          const url = `${s3.endpoint}/${bucket}${key}${search}`;
          const request = signRequest({ method, url, headers, payloadHash: 'UNSIGNED-PAYLOAD' });
          const response = await fetch(url, { method, headers: request.headers });
          await response.arrayBuffer();
          expect([500, 502, 503]).not.toContain(response.status);
          if (method === 'PUT' && response.ok) await signed('DELETE', `/${bucket}/key`);
        },
      ),
      { numRuns: 300 },
    );
    await assertUnharmed();
  });

  test.each(['PATCH', 'PROPFIND'])('with the method %s is not allowed', async (method) => {
    const response = await signed(method, `/${bucket}/key`);

    expect(await readError(response)).toMatchObject({ status: 405, code: 'MethodNotAllowed' });
  });

  test.each([
    ['GET', '?acl'],
    ['PUT', '?tagging'],
    ['GET', '?versionId=x'],
    ['GET', '?partNumber=1'],
    ['POST', '?restore'],
    ['DELETE', '?uploadId=x&versionId=y'],
  ])('for an unsupported feature (%s %s) is rejected', async (method, search) => {
    const response = await signed(method, `/${bucket}/key${search}`);

    expect(await readError(response)).toMatchObject({ status: 501, code: 'NotImplemented' });
  });
});

test('returns errors with code, message, resource and request id', async () => {
  const response = await fetch(`${s3.endpoint}/${bucket}/a%26b`);

  expect(response.headers.get('content-type')).toBe('application/xml');
  expect(response.headers.get('date')).not.toBeNull();
  expect(await response.text()).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
      '<Error><Code>AccessDenied</Code><Message>Access Denied</Message>' +
      `<Resource>/${bucket}/a%26b</Resource>` +
      `<RequestId>${response.headers.get('x-amz-request-id')}</RequestId><HostId>local-s3</HostId></Error>`,
  );
});

test('returns no body for a rejected HEAD', async () => {
  const response = await sendRaw(
    `HEAD /${bucket}/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
  );

  expect(response).toMatch(/^HTTP\/1\.1 403 /);
  expect(response.endsWith('\r\n\r\n')).toBe(true);
});
