import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { HeadBucketCommand } from '@aws-sdk/client-s3';
import { expect } from 'vitest';
import { sha256, signRequest } from './sign-request.ts';
import { bucket, type TestS3 } from './start-test-s3.ts';

/** Requests of an attacker with valid keys, and the check that they left nothing behind. */
export const hostileCalls = (s3: TestS3) => ({
  /** Sends bytes that no HTTP client sends and returns the complete response. */
  sendRaw: async (bytes: string) => {
    const socket = connect(Number(new URL(s3.endpoint).port), '127.0.0.1');
    socket.end(Buffer.from(bytes, 'latin1'));
    return text(socket);
  },
  signed: (method: string, target: string, body?: string) => {
    const url = `${s3.endpoint}${target}`;
    const { headers } = signRequest({ method, url, payloadHash: sha256(body ?? '') });
    return fetch(url, { method, headers, ...(body !== undefined && { body }) });
  },
  assertUnharmed: async () => {
    await s3.client.send(new HeadBucketCommand({ Bucket: bucket }));
    expect(s3.internalErrors).toEqual([]);
    expect((await readdir(s3.dataDirectory)).toSorted()).toEqual(['blobs', 'objects.db', 'objects.db-wal']);
    expect(await readdir(`${s3.dataDirectory}/blobs`)).toEqual([]);
  },
});
