import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createObjectStorage } from './object-storage.ts';
import { createPartSigner } from './part-signer.ts';
import { openBucket } from './s3.ts';

beforeAll(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test-secret');
});

afterAll(() => vi.unstubAllEnvs());

describe('a presigned URL', () => {
  const bucket = openBucket({
    region: 'us-east-1',
    bucketName: 'files',
    s3Endpoint: 'http://s3.internal:9000',
    s3PublicEndpoint: 'https://files.example.com',
    forcePathStyle: true,
    presignedUrlSeconds: 120,
  });

  test('for a download has the public host', async () => {
    const file = { objectKey: 'key', name: 'a.txt', mediaType: 'text/plain' };

    const { url } = await createObjectStorage(bucket).signDownload(file, 'attachment');

    expect(url).toMatch(/^https:\/\/files\.example\.com\/files\/key\?/);
  });

  test('for a part has the public host', async () => {
    const part = { partNumber: 1, sizeBytes: 1, checksumSha256: `${'A'.repeat(43)}=` };

    const { parts } = await createPartSigner(bucket)({ objectKey: 'key', multipartUploadId: 'id' }, [part]);

    expect(parts[0]?.url).toMatch(/^https:\/\/files\.example\.com\/files\/key\?/);
  });
});
