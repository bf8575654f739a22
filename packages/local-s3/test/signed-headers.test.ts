import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, describe, expect, test } from 'vitest';
import { crc32cOf } from './support/crc32c.ts';
import { readError } from './support/read-error.ts';
import { sha256, signRequest } from './support/sign-request.ts';
import { bucket, createClient, startTestS3 } from './support/start-test-s3.ts';

const s3 = await startTestS3();
afterAll(() => s3.stop());

const url = `${s3.endpoint}/${bucket}/signed`;
const body = 'payload';
const stored = async () =>
  (await s3.client.send(new GetObjectCommand({ Bucket: bucket, Key: 'signed' }))).Body?.transformToString();
const put = (headers: Record<string, string>, sent: string | Buffer = body) =>
  fetch(url, { method: 'PUT', headers, body: new Uint8Array(Buffer.from(sent)) });
const sign = (payloadHash = sha256(body), more: { time?: Date; headers?: Record<string, string> } = {}) =>
  signRequest({ method: 'PUT', url, payloadHash, ...more });

describe('a signed header', () => {
  test('authorizes a request', async () => {
    expect((await put(sign().headers)).status).toBe(200);
    expect(await stored()).toBe(body);
  });

  test('covers the body by x-amz-content-sha256', async () => {
    await put(sign().headers);

    expect(await readError(await put(sign().headers, 'PAYLOAD'))).toMatchObject({
      status: 400,
      code: 'XAmzContentSHA256Mismatch',
    });
    expect(await stored()).toBe(body);
  });

  test('may leave the body unsigned', async () => {
    expect((await put(sign('UNSIGNED-PAYLOAD').headers, 'anything')).status).toBe(200);
  });

  test('requires a payload hash in a form of S3', async () => {
    expect(await readError(await put(sign('MAYBE').headers))).toMatchObject({
      status: 400,
      code: 'InvalidArgument',
    });
  });

  test.each([-16, 16])('is rejected %i minutes off the clock', async (minutes) => {
    const time = new Date(Date.now() + minutes * 60_000);

    expect(await readError(await put(sign(undefined, { time }).headers))).toMatchObject({
      status: 403,
      code: 'RequestTimeTooSkewed',
    });
  });

  test.each<[string, (headers: Record<string, string>) => Record<string, string>, string]>([
    [
      'another date',
      (headers) => ({ ...headers, 'x-amz-date': '20200101T000000Z' }),
      'SignatureDoesNotMatch',
    ],
    ['no date', ({ 'x-amz-date': _, ...headers }) => headers, 'AccessDenied'],
    ['no payload hash', ({ 'x-amz-content-sha256': _, ...headers }) => headers, 'InvalidRequest'],
    [
      'another payload hash',
      (headers) => ({ ...headers, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }),
      'SignatureDoesNotMatch',
    ],
    ['an unsigned x-amz-* header', (headers) => ({ ...headers, 'x-amz-meta-a': 'b' }), 'AccessDenied'],
    ['a session token', (headers) => ({ ...headers, 'x-amz-security-token': 'x' }), 'InvalidToken'],
    [
      'signature version 2',
      (headers) => ({ ...headers, authorization: 'AWS test-key:c2ln' }),
      'InvalidRequest',
    ],
    [
      'no signature',
      (headers) => ({ ...headers, authorization: 'AWS4-HMAC-SHA256' }),
      'AuthorizationHeaderMalformed',
    ],
    [
      'garbage',
      (headers) => ({ ...headers, authorization: 'AWS4-HMAC-SHA256 Credential=a/b/c, ,,=' }),
      'AuthorizationHeaderMalformed',
    ],
  ])('with %s is refused', async (_, edit, code) => {
    expect(await readError(await put(edit(sign().headers)))).toMatchObject({ code });
  });

  test('distinguishes an unknown access key from a wrong secret', async () => {
    const send = (credentials: { accessKeyId: string; secretAccessKey: string }) =>
      createClient(s3.endpoint, { credentials }).send(
        new PutObjectCommand({ Bucket: bucket, Key: 'x', Body: '' }),
      );

    await expect(send({ accessKeyId: 'stranger', secretAccessKey: 'x' })).rejects.toMatchObject({
      name: 'InvalidAccessKeyId',
    });
    await expect(send({ accessKeyId: 'test-key', secretAccessKey: 'guess' })).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
    });
  });
});

describe('an aws-chunked body', () => {
  const first = Buffer.alloc(64 * 1024, 'a');
  const last = Buffer.from('the end');
  const whole = Buffer.concat([first, last]);
  const trailers = { 'x-amz-checksum-crc32c': 'sOO8/Q==' };

  type Frames = {
    chunks: Buffer[];
    kind: 'signed' | 'signed-trailer' | 'unsigned-trailer';
    trailer?: string;
  };

  const payloadHashes = {
    signed: 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
    'signed-trailer': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER',
    'unsigned-trailer': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
  };

  /** Returns headers and framed bytes of a streamed upload, as S3 documents them. */
  const frame = ({ chunks, kind, trailer }: Frames, decodedLength = Buffer.concat(chunks).length) => {
    const { headers, signature, chain } = sign(payloadHashes[kind], {
      headers: {
        'content-encoding': 'aws-chunked',
        'x-amz-decoded-content-length': String(decodedLength),
        ...(kind !== 'signed' && { 'x-amz-trailer': 'x-amz-checksum-crc32c' }),
      },
    });
    let previous = signature;
    const frames = [...chunks, Buffer.alloc(0)].map((chunk) => {
      previous = chain('AWS4-HMAC-SHA256-PAYLOAD', previous, [sha256(''), sha256(chunk)]);
      const extension = kind === 'unsigned-trailer' ? '' : `;chunk-signature=${previous}`;
      const head = Buffer.from(`${chunk.length.toString(16)}${extension}\r\n`);
      return Buffer.concat([head, chunk, chunk.length > 0 ? Buffer.from('\r\n') : Buffer.alloc(0)]);
    });
    const lines = kind === 'signed' ? [] : [`x-amz-checksum-crc32c:${trailer}`];
    if (kind === 'signed-trailer') {
      const trailerSignature = chain('AWS4-HMAC-SHA256-TRAILER', previous, [sha256(`${lines[0]}\n`)]);
      lines.push(`x-amz-trailer-signature:${trailerSignature}`);
    }
    const end = Buffer.from([...lines, '', ''].join('\r\n').replace(/^\r\n\r\n$/, '\r\n'));
    return { headers, body: Buffer.concat([...frames, lines.length === 0 ? Buffer.from('\r\n') : end]) };
  };

  const send = ({ headers, body: framed }: { headers: Record<string, string>; body: Buffer }) =>
    put(headers, framed);
  const crc32c = crc32cOf(whole);

  test.each(['signed', 'signed-trailer', 'unsigned-trailer'] as const)(
    'that is %s is decoded',
    async (kind) => {
      const response = await send(frame({ chunks: [first, last], kind, trailer: crc32c }));

      expect(response.status).toBe(200);
      expect(await stored()).toBe(whole.toString());
    },
  );

  test.each(['signed', 'signed-trailer'] as const)(
    'that is %s is rejected if a byte changed',
    async (kind) => {
      const framed = frame({ chunks: [first, last], kind, trailer: crc32c });
      framed.body[1000] = 'b'.charCodeAt(0);

      expect(await readError(await send(framed))).toMatchObject({
        status: 403,
        code: 'SignatureDoesNotMatch',
      });
    },
  );

  test('is rejected if its last chunks are missing', async () => {
    const framed = frame({ chunks: [first], kind: 'signed' }, whole.length);

    expect(await readError(await send(framed))).toMatchObject({ code: 'IncompleteBody' });
  });

  test('is rejected if a signed trailer changed', async () => {
    const framed = frame({ chunks: [whole], kind: 'signed-trailer', trailer: crc32c });
    const changed = framed.body.toString('latin1').replace(crc32c, trailers['x-amz-checksum-crc32c']);

    expect(await readError(await send({ ...framed, body: Buffer.from(changed, 'latin1') }))).toMatchObject({
      code: 'SignatureDoesNotMatch',
    });
  });

  test('is rejected if the trailing checksum does not match', async () => {
    const framed = frame({
      chunks: [whole],
      kind: 'unsigned-trailer',
      trailer: trailers['x-amz-checksum-crc32c'],
    });

    expect(await readError(await send(framed))).toMatchObject({ status: 400, code: 'BadDigest' });
  });

  test('is rejected if an announced trailing checksum is missing', async () => {
    const framed = frame({ chunks: [whole], kind: 'unsigned-trailer', trailer: crc32c });
    const cut = framed.body.subarray(0, framed.body.lastIndexOf('x-amz-checksum'));

    expect(
      await readError(await send({ ...framed, body: Buffer.concat([cut, Buffer.from('\r\n')]) })),
    ).toMatchObject({ status: 400, code: 'InvalidRequest' });
  });

  test('is rejected if a chunk other than the last is below 8 KiB', async () => {
    const framed = frame({ chunks: [last, first], kind: 'unsigned-trailer', trailer: crc32c });

    expect(await readError(await send(framed))).toMatchObject({ code: 'InvalidChunkSizeError' });
  });

  test.each([
    'zz\r\n',
    '5;chunk-signature=\r\nhello\r\n0\r\n\r\n',
    '5\r\nhello!!\r\n0\r\n\r\n',
    '5\r\nhel',
    '',
    '-5\r\n',
    'x'.repeat(20_000),
  ])('of %.20j is refused', async (text) => {
    const { headers } = frame({ chunks: [Buffer.from('hello')], kind: 'unsigned-trailer', trailer: crc32c });

    expect((await readError(await put(headers, text))).status).toBe(400);
  });
});
