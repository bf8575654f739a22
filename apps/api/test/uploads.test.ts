import { randomBytes } from 'node:crypto';
import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { itemSchema, uploadListSchema, uploadSchema, uploadStatusSchema } from '@share-my-files/contract';
import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { items, uploads } from '#db/schema.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import type { TestUser } from './support/test-users.ts';
import { sendAllParts, sendPart, sha256, startUpload, uploadFile } from './support/upload-file.ts';

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

const account = async () => (await ada.call('getMe').expect(200)).body;

describe('an upload', () => {
  test('is stored under a media type that runs no script', async () => {
    const item = await uploadFile(ada, {
      name: 'page.html',
      mediaType: 'text/html',
      body: Buffer.from('<p>'),
    });

    const [row] = await api.database.queries
      .select({ Key: items.objectKey })
      .from(items)
      .where(eq(items.id, item.id));
    const stored = await api.bucket.client.send(
      new HeadObjectCommand({ Bucket: api.bucket.name, Key: row?.Key }),
    );
    expect(stored.ContentType).toBe('application/octet-stream');
  });

  test('becomes a file with the sent bytes', async () => {
    const item = await uploadFile(ada, { name: 'holiday.mp4', mediaType: 'video/mp4', body });

    expect(itemSchema.parse(item)).toMatchObject({
      name: 'holiday.mp4',
      mediaType: 'video/mp4',
      sizeBytes: body.length,
      role: 'owner',
      ownerName: 'Ada Lovelace',
      trashedAt: null,
    });
    const { url } = (await ada.call('downloadItem', { params: { itemId: item.id } }).expect(200)).body;
    const stored = Buffer.from(await (await fetch(url)).arrayBuffer());
    expect(sha256(stored)).toBe(sha256(body));
  });

  test('of an empty file has one empty part', async () => {
    const item = await uploadFile(ada, { name: 'empty.txt', body: Buffer.alloc(0) });

    expect(item.sizeBytes).toBe(0);
    const { url } = (await ada.call('downloadItem', { params: { itemId: item.id } }).expect(200)).body;
    expect((await (await fetch(url)).arrayBuffer()).byteLength).toBe(0);
  });

  test('has no visible item until it is complete', async () => {
    const upload = await startUpload(ada, { body });

    expect(uploadSchema.parse(upload)).toMatchObject({ state: 'uploading', partCount: 2 });
    await ada.call('getItem', { params: { itemId: upload.itemId } }).expect(404);
    await ada.call('cancelUpload', { params: { uploadId: upload.id } }).expect(204);
  });

  test('lists its stored parts, so that only the others are sent again', async () => {
    const upload = await startUpload(ada, { body });
    await sendPart(ada, upload, body, 2);

    const status = uploadStatusSchema.parse(
      (await ada.call('getUpload', { params: { uploadId: upload.id } }).expect(200)).body,
    );

    expect(status.storedParts).toEqual([
      { partNumber: 2, sizeBytes: mebibyte, checksumSha256: sha256(body.subarray(8 * mebibyte)) },
    ]);
    await ada.call('cancelUpload', { params: { uploadId: upload.id } }).expect(204);
  });

  test('cannot be completed while parts are missing, and can be continued', async () => {
    const upload = await startUpload(ada, { body });
    await sendPart(ada, upload, body, 1);

    const refused = await ada.call('completeUpload', { params: { uploadId: upload.id } }).expect(409);
    expect(refused.body).toMatchObject({ code: 'upload_incomplete', detail: '1 of 2 parts are missing.' });

    await sendPart(ada, upload, body, 2);
    const complete = await ada.call('completeUpload', { params: { uploadId: upload.id } }).expect(202);
    expect(complete.body.state).toBe('ready');
  });

  test('completed by concurrent requests uses its quota once', async () => {
    const before = await account();
    const upload = await startUpload(ada, { body });
    await sendAllParts(ada, upload, body);

    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ada.call('completeUpload', { params: { uploadId: upload.id } })),
    );

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    expect(new Set(answers.map((answer) => answer.body.state))).toEqual(new Set(['ready']));
    expect(await account()).toEqual({ ...before, usedBytes: before.usedBytes + body.length });
  });

  test('releases its quota when it is canceled, and then returns 404', async () => {
    const before = await account();
    const upload = await startUpload(ada, { body });
    await sendPart(ada, upload, body, 1);
    expect((await account()).reservedBytes).toBe(before.reservedBytes + body.length);

    await ada.call('cancelUpload', { params: { uploadId: upload.id } }).expect(204);

    await ada.call('getUpload', { params: { uploadId: upload.id } }).expect(404);
    expect(await account()).toEqual(before);
  });

  test('cannot be canceled after its completion', async () => {
    const upload = await startUpload(ada);
    await sendAllParts(ada, upload, Buffer.from('bytes'));
    await ada.call('completeUpload', { params: { uploadId: upload.id } }).expect(202);

    await ada.call('cancelUpload', { params: { uploadId: upload.id } }).expect(409);
    await ada.call('getItem', { params: { itemId: upload.itemId } }).expect(200);
  });

  test('is listed only for its owner, until it is completed or canceled', async () => {
    const bob = await api.createUser();
    const [cancelled, completed] = [await startUpload(ada), await startUpload(ada)];
    const listed = async (user: TestUser) =>
      uploadListSchema.parse((await user.call('listUploads').expect(200)).body).uploads.map(({ id }) => id);

    expect(await listed(ada)).toEqual([completed.id, cancelled.id]);
    expect(await listed(bob)).toEqual([]);
    await ada.call('cancelUpload', { params: { uploadId: cancelled.id } }).expect(204);
    await sendAllParts(ada, completed, Buffer.from('bytes'));
    await ada.call('completeUpload', { params: { uploadId: completed.id } }).expect(202);
    expect(await listed(ada)).toEqual([]);
  });

  test('expires 23 to 24 hours after the last request for part URLs', async () => {
    const upload = await startUpload(ada, { body });
    const secondsLeft = async () => {
      const [row] = await api.database.queries
        .select({ seconds: sql<number>`extract(epoch from ${uploads.expiresAt} - now())::int` })
        .from(uploads)
        .where(eq(uploads.id, upload.id));
      return row?.seconds;
    };
    await api.database.queries.execute(
      sql`update uploads set expires_at = now() + interval '1 minute' where id = ${upload.id}`,
    );
    expect(await secondsLeft()).toBeLessThanOrEqual(60);

    await sendPart(ada, upload, body, 1);

    expect(await secondsLeft()).toBeGreaterThan(23 * 3600);
    expect(await secondsLeft()).toBeLessThanOrEqual(24 * 3600);
    await ada.call('cancelUpload', { params: { uploadId: upload.id } }).expect(204);
  });

  test('expires, and is then erased by the sweeper', async () => {
    const before = await account();
    const upload = await startUpload(ada, { body });
    await sendPart(ada, upload, body, 1);
    await api.database.queries.execute(
      sql`update uploads set expires_at = now() - interval '1 second' where id = ${upload.id}`,
    );

    const late = await ada.call('completeUpload', { params: { uploadId: upload.id } }).expect(410);
    expect(late.body.code).toBe('upload_expired');

    await api.services.sweep();
    await ada.call('getUpload', { params: { uploadId: upload.id } }).expect(404);
    expect(await account()).toEqual(before);
  });
});

describe('the quota', () => {
  test('allows one of several uploads that fit alone but not together', async () => {
    const { usedBytes, quotaBytes } = await account();
    const sizeBytes = Math.ceil((quotaBytes - usedBytes) * 0.6);

    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        ada.call('startUpload', { body: { name: 'big.bin', mediaType: 'video/mp4', sizeBytes } }),
      ),
    );

    const started = answers.filter(({ status }) => status === 201);
    const refused = answers.filter(({ status }) => status === 409);
    expect([started.length, refused.length]).toEqual([1, 19]);
    expect(new Set(refused.map((answer) => answer.body.code))).toEqual(new Set(['quota_exceeded']));
    await ada.call('cancelUpload', { params: { uploadId: started[0]?.body.id } }).expect(204);
  });
});
