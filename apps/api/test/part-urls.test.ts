import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import type { TestUser } from './support/test-users.ts';
import { sha256, signPart, startUpload } from './support/upload-file.ts';

const mebibyte = 1024 ** 2;
const body = randomBytes(9 * mebibyte);

let api: TestApi;
let ada: TestUser;

beforeAll(async () => {
  api = await startTestApi({ quotaBytes: 100 * mebibyte });
  ada = await api.createUser();
});

afterEach(async () => {
  api.faults.clear();
  expect(await api.findViolations()).toEqual([]);
});

afterAll(() => api.close());

describe('a part URL', () => {
  test('signs the length and the checksum as headers', async () => {
    const upload = await startUpload(ada, { body });

    const { url, headers } = await signPart(ada, upload.id, { partNumber: 2, checksumSha256: sha256(body) });

    const query = new URL(url).searchParams;
    expect(query.get('X-Amz-SignedHeaders')).toBe('content-length;host;x-amz-checksum-sha256');
    expect(query.get('X-Amz-Expires')).toBe('120');
    expect(headers).toEqual({ 'x-amz-checksum-sha256': sha256(body) });
    expect([...query.keys()].filter((key) => /checksum/i.test(key))).toEqual([]);
    await ada.call('cancelUpload', { params: { uploadId: upload.id } }).expect(204);
  });

  test('stores only the declared bytes', async () => {
    const promised = Buffer.from('promised');
    const upload = await startUpload(ada, { body: promised });
    const part = await signPart(ada, upload.id, { partNumber: 1, checksumSha256: sha256(promised) });
    const put = (bytes: string) => fetch(part.url, { method: 'PUT', headers: part.headers, body: bytes });

    expect((await put('Promised')).status).toBe(400);
    expect((await put('promised, and more')).status).toBe(403);
    expect((await put('promised')).status).toBe(200);
    await ada.call('cancelUpload', { params: { uploadId: upload.id } }).expect(204);
  });

  test('is not returned for a part number beyond the last', async () => {
    const upload = await startUpload(ada);

    const response = await ada
      .call('signParts', {
        params: { uploadId: upload.id },
        body: { parts: [{ partNumber: 2, checksumSha256: sha256(body) }] },
      })
      .expect(400);

    expect(response.body.errors).toEqual([
      { path: 'parts.0.partNumber', message: 'This upload has 1 parts.' },
    ]);
    await ada.call('cancelUpload', { params: { uploadId: upload.id } }).expect(204);
  });

  test('cannot change a completed file', async () => {
    const bytes = Buffer.from('bytes');
    const upload = await startUpload(ada);
    const part = await signPart(ada, upload.id, { partNumber: 1, checksumSha256: sha256(bytes) });
    const put = () => fetch(part.url, { method: 'PUT', headers: part.headers, body: new Uint8Array(bytes) });
    await put();
    await ada.call('completeUpload', { params: { uploadId: upload.id } }).expect(202);

    expect((await put()).status).toBe(404);
    await ada
      .call('signParts', {
        params: { uploadId: upload.id },
        body: { parts: [{ partNumber: 1, checksumSha256: sha256(bytes) }] },
      })
      .expect(409);
  });
});
