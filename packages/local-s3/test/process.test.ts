import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import {
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  ListPartsCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runToEnd, startProcess } from './support/start-process.ts';
import { bucket, createClient, makeTemporaryDirectory } from './support/start-test-s3.ts';

let dataDirectory: string;
let running: Awaited<ReturnType<typeof startProcess>>[] = [];
beforeEach(async () => {
  dataDirectory = await makeTemporaryDirectory();
});
afterEach(async () => {
  await Promise.all(running.map((server) => server.kill()));
  running = [];
  await rm(dataDirectory, { recursive: true, force: true });
});

const start = async () => {
  const server = await startProcess(dataDirectory);
  running.push(server);
  return { ...server, client: createClient(server.endpoint) };
};

const put = (client: S3Client, Key: string, Body: string) =>
  client.send(new PutObjectCommand({ Bucket: bucket, Key, Body }));
const read = async (client: S3Client, Key: string) =>
  (await client.send(new GetObjectCommand({ Bucket: bucket, Key }))).Body?.transformToString();
const blobs = () => readdir(path.join(dataDirectory, 'blobs'));

/** Starts an upload of 100 MB and resolves once some bytes are on disk. */
const uploadHalf = async (client: S3Client, Key: string) => {
  const before = await blobs();
  const url = await getSignedUrl(client, new PutObjectCommand({ Bucket: bucket, Key }));
  const upload = request(url, { method: 'PUT', headers: { 'content-length': 100_000_000 } });
  const failure = new Promise<Error>((resolve) => upload.on('error', resolve));
  upload.write(Buffer.alloc(1_000_000));
  await expect.poll(async () => (await blobs()).length).toBeGreaterThan(before.length);
  return { upload, failure };
};

describe('a server that is killed', () => {
  test('during a PUT keeps the old object, creates no new one and cleans up at the next start', async () => {
    const { client, kill } = await start();
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
    await put(client, 'replaced', 'old');
    const uploads = [await uploadHalf(client, 'replaced'), await uploadHalf(client, 'new')];
    expect(await blobs()).toHaveLength(3);

    await kill();
    await Promise.all(uploads.map(({ failure }) => failure));

    const restarted = await start();
    expect(await read(restarted.client, 'replaced')).toBe('old');
    await expect(read(restarted.client, 'new')).rejects.toMatchObject({ name: 'NoSuchKey' });
    expect(await blobs()).toHaveLength(1);
  });

  test('keeps objects and the parts of open uploads', async () => {
    const first = await start();
    await first.client.send(new CreateBucketCommand({ Bucket: bucket }));
    await put(first.client, 'kept', 'content');
    const address = { Bucket: bucket, Key: 'upload' };
    const { UploadId } = await first.client.send(new CreateMultipartUploadCommand(address));
    const { ETag } = await first.client.send(
      new UploadPartCommand({ ...address, UploadId, PartNumber: 1, Body: 'part' }),
    );
    await first.kill();

    const { client } = await start();

    expect(await read(client, 'kept')).toBe('content');
    expect((await client.send(new ListPartsCommand({ ...address, UploadId }))).Parts).toHaveLength(1);
    await client.send(
      new CompleteMultipartUploadCommand({
        ...address,
        UploadId,
        MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] },
      }),
    );
    expect(await read(client, 'upload')).toBe('part');
  });
});

test('a client that disconnects during a PUT leaves nothing behind', async () => {
  const { client } = await start();
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  const { upload, failure } = await uploadHalf(client, 'abandoned');

  upload.destroy(new Error('hung up'));
  await failure;

  await expect.poll(blobs).toEqual([]);
  await expect(read(client, 'abandoned')).rejects.toMatchObject({ name: 'NoSuchKey' });
});

test('deleting and replacing objects frees disk space', async () => {
  const { client } = await start();
  await client.send(new CreateBucketCommand({ Bucket: bucket }));

  for (const body of ['one', 'two', 'three']) await put(client, 'replaced', body);

  expect(await blobs()).toHaveLength(1);
});

describe('the command', () => {
  test('exits with code 0 on SIGTERM and unlocks the folder', async () => {
    const first = await start();

    expect(await first.terminate()).toBe(0);

    await start();
  });

  test('reports a folder in use', async () => {
    await start();

    const { code, stderr } = await runToEnd(['--data', dataDirectory]);

    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `local-s3: The folder ${dataDirectory} is in use by another process.\n`,
    });
  });

  test('reports a port in use and unlocks the folder', async () => {
    const { endpoint } = await start();
    const port = new URL(endpoint).port;
    const other = path.join(dataDirectory, 'other');

    const { code, stderr } = await runToEnd(['--data', other, '--port', port]);

    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `local-s3: Port ${port} is in use by another process.\n`,
    });
  });

  test('refuses to run in production', async () => {
    const { code, stderr } = await runToEnd(['--data', path.join(dataDirectory, 'x')], {
      NODE_ENV: 'production',
    });

    expect(code).toBe(1);
    expect(stderr).toContain('NODE_ENV=production');
    expect(existsSync(path.join(dataDirectory, 'x'))).toBe(false);
  });

  test('prints its usage for an unknown option', async () => {
    const { code, stderr } = await runToEnd(['--bogus']);

    expect(code).toBe(1);
    expect(stderr).toContain('Usage: local-s3');
    expect(stderr).not.toContain('    at ');
  });
});
