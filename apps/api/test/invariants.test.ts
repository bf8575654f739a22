import {
  AbortMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListMultipartUploadsCommand,
} from '@aws-sdk/client-s3';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { items } from '#db/schema.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import type { TestUser } from './support/test-users.ts';
import { createFolder, sendAllParts, startUpload } from './support/upload-file.ts';

let api: TestApi;
let ada: TestUser;

beforeAll(async () => {
  api = await startTestApi();
  ada = await api.createUser();
});

afterAll(() => api.close());

const startInS3 = async (Key: string) => {
  const command = new CreateMultipartUploadCommand({ Bucket: api.bucket.name, Key });
  return (await api.bucket.client.send(command)).UploadId;
};

const listInS3 = async () => {
  const command = new ListMultipartUploadsCommand({ Bucket: api.bucket.name });
  return (await api.bucket.client.send(command)).Uploads ?? [];
};

const keyOf = async (itemId: string) => {
  const [item] = await api.database.queries.select().from(items).where(eq(items.id, itemId));
  return item?.objectKey ?? '';
};

describe('the check of the invariants', () => {
  test('accepts an upload that is open', async () => {
    await startUpload(ada);

    expect(await api.findViolations()).toEqual([]);
  });

  test('reports a multipart upload without an upload', async () => {
    const id = await startInS3('files/nobody');

    expect(await api.findViolations()).toContain(
      `multipart upload ${id} of files/nobody belongs to no unfinished upload`,
    );
  });

  test.each([
    ['a cycle', (_outer: string, inner: string) => ({ parentId: inner }), 'is in a cycle, or too deep'],
    [
      'a folder that does not exist',
      () => ({ parentId: '01a22237-7a83-7663-8414-c565a70babf1' }),
      'is in a folder that does not exist',
    ],
    ['another name than it holds', () => ({ name: 'Other' }), 'does not hold its name'],
  ])('reports %s', async (_what, changes, message) => {
    const outer = await createFolder(ada, 'Outer');
    const inner = await createFolder(ada, 'Inner', outer);
    await api.database.transaction((tx) =>
      tx.update(items).set(changes(outer, inner)).where(eq(items.id, outer)),
    );

    expect(await api.findViolations()).toContain(`item ${outer} ${message}`);
  });

  test('reports an upload whose multipart upload is gone', async () => {
    const { id } = await startUpload(ada);
    for (const { Key, UploadId } of await listInS3()) {
      await api.bucket.client.send(
        new AbortMultipartUploadCommand({ Bucket: api.bucket.name, Key, UploadId }),
      );
    }

    expect(await api.findViolations()).toContain(`open upload ${id} has no multipart upload`);
  });
});

test('completing an upload aborts the multipart upload of a lost response', async () => {
  const upload = await startUpload(ada);
  const objectKey = await keyOf(upload.itemId);
  await startInS3(objectKey);
  await sendAllParts(ada, upload, Buffer.from('bytes'));

  await ada.call('completeUpload', { params: { uploadId: upload.id } }).expect(202);

  expect((await listInS3()).map(({ Key }) => Key)).not.toContain(objectKey);
});
