import { GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { bucket, type TestS3 } from './start-test-s3.ts';

/** Short names for the most frequent calls. */
export const objectCalls = ({ client }: Pick<TestS3, 'client'>) => {
  const get = (Key: string, more: object = {}) =>
    client.send(new GetObjectCommand({ Bucket: bucket, Key, ...more }));
  return {
    get,
    put: (Key: string, Body: string | Buffer, more: object = {}) =>
      client.send(new PutObjectCommand({ Bucket: bucket, Key, Body, ...more })),
    head: (Key: string, more: object = {}) =>
      client.send(new HeadObjectCommand({ Bucket: bucket, Key, ...more })),
    read: async (Key: string, more: object = {}) => (await get(Key, more)).Body?.transformToString(),
  };
};
