import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  CreateBucketCommand,
  S3Client,
  type ServiceInputTypes,
  type ServiceOutputTypes,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { startLocalS3 } from '../../src/index.ts';

export const credentials = { accessKeyId: 'test-key', secretAccessKey: 'test-secret' };
export const region = 'us-east-1';
export const bucket = 'files';

export const createClient = (endpoint: string, options: { credentials?: typeof credentials } = {}) =>
  new S3Client({ endpoint, region, forcePathStyle: true, maxAttempts: 1, credentials, ...options });

type Command<Input extends ServiceInputTypes, Output extends ServiceOutputTypes> = Parameters<
  typeof getSignedUrl<ServiceInputTypes, Input, Output>
>[1];
type SignOptions = Parameters<typeof getSignedUrl>[2];

export const makeTemporaryDirectory = () => mkdtemp(path.join(tmpdir(), 'local-s3-'));

/** Starts a server with one bucket in its own folder. `stop` throws if the server had an internal error. */
export const startTestS3 = async ({
  now = () => new Date(),
  sessionKey,
}: {
  now?: () => Date;
  sessionKey?: string;
} = {}) => {
  const dataDirectory = await makeTemporaryDirectory();
  const internalErrors: unknown[] = [];
  const unsupported: unknown[] = [];
  const server = await startLocalS3({
    dataDirectory,
    credentials,
    sessionKey,
    region,
    now,
    onInternalError: (error) => internalErrors.push(error),
    onUnsupported: (text) => unsupported.push(text),
  });
  const client = createClient(server.endpoint);
  // As the README recommends for presigned uploads: adds no headers that a browser does not send.
  const presigner = new S3Client({
    endpoint: server.endpoint,
    region,
    forcePathStyle: true,
    credentials,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  return {
    endpoint: server.endpoint,
    dataDirectory,
    client,
    internalErrors,
    unsupported,
    // Signs by the server's clock, so that slow tests do not invalidate URLs.
    presign: <Input extends ServiceInputTypes, Output extends ServiceOutputTypes>(
      command: Command<Input, Output>,
      options?: SignOptions,
    ) => getSignedUrl(presigner, command, { expiresIn: 60, signingDate: now(), ...options }),
    stop: async () => {
      client.destroy();
      presigner.destroy();
      await server.close();
      await rm(dataDirectory, { recursive: true });
      if (internalErrors.length > 0)
        throw new AggregateError(internalErrors, 'The server had internal errors.');
    },
  };
};

export type TestS3 = Awaited<ReturnType<typeof startTestS3>>;
