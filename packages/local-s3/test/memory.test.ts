import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  CreateBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { expect, test } from 'vitest';
import { startProcess } from './support/start-process.ts';
import { bucket, createClient, makeTemporaryDirectory } from './support/start-test-s3.ts';

const mebibyte = 1024 ** 2;
// LOCAL_S3_TEST_MIB=5120 tests the largest object of a single PUT.
const size = Number(process.env.LOCAL_S3_TEST_MIB ?? 1024) * mebibyte;

function* generate() {
  for (let sent = 0; sent < size; sent += mebibyte) yield Buffer.alloc(mebibyte, sent / mebibyte);
}

/** Returns the peak resident memory of a process on Linux, in bytes. */
const readPeakMemory = async (pid: number) => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
};

test.runIf(process.platform === 'linux')('uses memory independent of the size of an object', async () => {
  const dataDirectory = await makeTemporaryDirectory();
  const server = await startProcess(dataDirectory);
  try {
    const client = createClient(server.endpoint);
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: 'warm-up', Body: Buffer.alloc(mebibyte) }));
    const before = await readPeakMemory(server.pid);

    const address = { Bucket: bucket, Key: 'large' };
    const url = await getSignedUrl(client, new PutObjectCommand(address));
    const upload = request(url, { method: 'PUT', headers: { 'content-length': size } });
    const responded = new Promise<number | undefined>((resolve, reject) => {
      upload.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject);
    });
    await pipeline(Readable.from(generate()), upload);
    expect(await responded).toBe(200);

    const { Body } = await client.send(new GetObjectCommand(address));
    const md5 = createHash('md5');
    for await (const chunk of Body as AsyncIterable<Buffer>) md5.update(chunk);
    const { ETag, ContentLength } = await client.send(new HeadObjectCommand(address));
    expect({ ETag, ContentLength }).toEqual({ ETag: `"${md5.digest('hex')}"`, ContentLength: size });

    expect((await readPeakMemory(server.pid)) - before).toBeLessThan(size / 8);
  } finally {
    await server.kill();
    await rm(dataDirectory, { recursive: true });
  }
});
