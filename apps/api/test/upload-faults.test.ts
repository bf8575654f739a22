import { randomBytes } from 'node:crypto';
import { ne, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { items } from '#db/schema.ts';
import { createServices } from '#services.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import type { TestUser } from './support/test-users.ts';
import { sendAllParts, sendPart, startUpload, uploadFile } from './support/upload-file.ts';

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

describe('while S3 is assembling the parts', () => {
  test('returns `completing`, and later `ready`', async () => {
    const upload = await startUpload(ada);
    await sendAllParts(ada, upload, Buffer.from('bytes'));
    const release = api.faults.hold('CompleteMultipartUpload');
    const services = createServices({ ...api.dependencies, completionWaitMilliseconds: 1 });

    let answer = await services.uploads.completeUpload(ada.id, upload.id);
    while (answer.state === 'uploading') answer = await services.uploads.completeUpload(ada.id, upload.id);

    expect(answer.state).toBe('completing');
    await ada.call('cancelUpload', { params: { uploadId: upload.id } }).expect(409);
    release();
    await expect
      .poll(async () => (await ada.call('getUpload', { params: { uploadId: upload.id } })).body.state)
      .toBe('ready');
  });
});

describe('while S3 is listing the parts for one request', () => {
  const completeLate = async () => {
    const upload = await startUpload(ada);
    await sendAllParts(ada, upload, Buffer.from('bytes'));
    const parts = api.faults.keepAnswer('ListParts');
    const late = ada.call('completeUpload', { params: { uploadId: upload.id } }).then((response) => response);
    await parts.reached;
    return { upload, late, release: parts.release };
  };

  test('both requests return `ready` if another one completes the upload', async () => {
    const { upload, late, release } = await completeLate();

    await ada.call('completeUpload', { params: { uploadId: upload.id } }).expect(202);
    release();

    expect(await late).toMatchObject({ status: 202, body: { state: 'ready' } });
  });

  test('returns 404 if the upload is canceled', async () => {
    const { upload, late, release } = await completeLate();

    await ada.call('cancelUpload', { params: { uploadId: upload.id } }).expect(204);
    release();

    expect(await late).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });
});

describe('when S3 fails', () => {
  test.each(['before', 'after'] as const)(
    '%s starting an upload, makes no other call to S3, and lets the sweeper release quota and parts',
    async (when) => {
      const before = await account();
      api.faults.clear();
      api.faults.add('CreateMultipartUpload', when);

      const response = await ada
        .call('startUpload', { body: { name: 'a.txt', mediaType: 'text/plain', sizeBytes: 5 } })
        .expect(503);

      expect(response.headers['retry-after']).toBe('5');
      expect(response.body.code).toBe('service_unavailable');
      expect(api.faults.calls()).toEqual(['CreateMultipartUpload']);
      expect((await ada.call('listUploads').expect(200)).body.uploads).toEqual([]);
      await api.services.sweep();
      expect(await account()).toEqual(before);
    },
  );

  test.each([
    ['ListParts', 'before'],
    ['CompleteMultipartUpload', 'before'],
    ['CompleteMultipartUpload', 'after'],
    ['HeadObject', 'before'],
  ] as const)('%s (%s), completing again makes the file ready', async (command, when) => {
    const upload = await startUpload(ada);
    await sendAllParts(ada, upload, Buffer.from('bytes'));
    api.faults.add(command, when);

    await ada.call('completeUpload', { params: { uploadId: upload.id } }).expect(503);
    await ada.call('getItem', { params: { itemId: upload.itemId } }).expect(404);

    const again = await ada.call('completeUpload', { params: { uploadId: upload.id } }).expect(202);
    expect(again.body.state).toBe('ready');
    await ada.call('getItem', { params: { itemId: upload.itemId } }).expect(200);
  });

  test('publishes the file on a status request after a lost response', async () => {
    const upload = await startUpload(ada);
    await sendAllParts(ada, upload, Buffer.from('bytes'));
    api.faults.add('CompleteMultipartUpload', 'after');
    await ada.call('completeUpload', { params: { uploadId: upload.id } }).expect(503);

    const status = await ada.call('getUpload', { params: { uploadId: upload.id } }).expect(200);

    expect(status.body.state).toBe('ready');
  });

  test('lets the sweeper complete an abandoned upload', async () => {
    const upload = await startUpload(ada);
    await sendAllParts(ada, upload, Buffer.from('bytes'));
    api.faults.add('CompleteMultipartUpload', 'before');
    await ada.call('completeUpload', { params: { uploadId: upload.id } }).expect(503);
    await api.database.queries.execute(
      sql`update uploads set state_changed_at = now() - interval '2 minutes' where id = ${upload.id}`,
    );

    await api.services.sweep();

    await ada.call('getItem', { params: { itemId: upload.itemId } }).expect(200);
  });

  test('lets the sweeper report each failed completion, and abort after a day', async () => {
    const before = await account();
    const upload = await startUpload(ada);
    await sendAllParts(ada, upload, Buffer.from('bytes'));
    api.faults.add('CompleteMultipartUpload', 'before', 3);
    await ada.call('completeUpload', { params: { uploadId: upload.id } }).expect(503);
    const age = (column: string) =>
      api.database.queries.execute(
        sql`update uploads set ${sql.raw(column)} = now() - interval '2 minutes' where id = ${upload.id}`,
      );

    await age('state_changed_at');
    await expect(api.services.sweep()).rejects.toThrow('Failed to finish 1 uploads and deletions.');
    const refused = await ada.call('cancelUpload', { params: { uploadId: upload.id } }).expect(409);
    expect(refused.body.detail).toBe('This upload is being completed.');
    await age('state_changed_at');
    await age('expires_at');
    await api.services.sweep();

    await ada.call('getUpload', { params: { uploadId: upload.id } }).expect(404);
    expect(await account()).toEqual(before);
  });

  test('hides an aborted upload at once, and lets the sweeper release its quota', async () => {
    const before = await account();
    const upload = await startUpload(ada, { body });
    await sendPart(ada, upload, body, 1);
    api.faults.add('AbortMultipartUpload', 'before');

    await ada.call('cancelUpload', { params: { uploadId: upload.id } }).expect(204);
    await ada.call('getUpload', { params: { uploadId: upload.id } }).expect(404);
    expect((await account()).reservedBytes).toBe(before.reservedBytes + body.length);

    await api.services.sweep();
    expect(await account()).toEqual(before);
  });
});

test('an aborted sweep ends after the current file', async () => {
  const uploads = [await startUpload(ada), await startUpload(ada)];
  const { id: itemId } = await uploadFile(ada);
  await ada.call('trashItem', { params: { itemId } }).expect(200);
  api.faults.add('AbortMultipartUpload', 'before', uploads.length);
  api.faults.add('DeleteObject', 'before');
  for (const { id } of uploads) await ada.call('cancelUpload', { params: { uploadId: id } }).expect(204);
  await ada.call('deleteItem', { params: { itemId } }).expect(204);
  const listLeftStates = async () => {
    const state = items.state;
    const left = await api.database.queries.select({ state }).from(items).where(ne(state, 'ready'));
    return left.map((item) => item.state).sort();
  };
  expect(await listLeftStates()).toEqual(['deleting', 'uploading', 'uploading']);
  const ending = new AbortController();
  const abort = api.faults.keepAnswer('AbortMultipartUpload');

  const sweep = api.services.sweep(ending.signal);
  await abort.reached;
  ending.abort();
  abort.release();
  await sweep;

  expect(await listLeftStates()).toEqual(['deleting', 'uploading']);
  await api.services.sweep();
  expect(await listLeftStates()).toEqual([]);
});
