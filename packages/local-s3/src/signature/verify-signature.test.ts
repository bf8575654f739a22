import { describe, expect, test } from 'vitest';
import { createChunkSignatures } from './chunk-signatures.ts';
import { sha256Hex } from './signing-key.ts';
import { createSignatureVerifier } from './verify-signature.ts';

// Amazon publishes these examples with their signatures:
// https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html,
// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html and
// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html.
const verify = createSignatureVerifier({
  credentials: {
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  },
  region: 'us-east-1',
  now: () => new Date('2013-05-24T00:01:00Z'),
});

const scope = 'AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request';
const emptyHash = sha256Hex('');

const authorization = (signedHeaders: string, signature: string) =>
  `AWS4-HMAC-SHA256 Credential=${scope},SignedHeaders=${signedHeaders},Signature=${signature}`;

const request = (method: string, path: string, search: string, headers: Record<string, string>) => ({
  method,
  path,
  bucket: '',
  key: '',
  query: new URLSearchParams(search),
  headers: new Map(Object.entries({ host: 'examplebucket.s3.amazonaws.com', ...headers })),
});

const streamed = request('PUT', '/examplebucket/chunkObject.txt', '', {
  host: 's3.amazonaws.com',
  'x-amz-date': '20130524T000000Z',
  'x-amz-storage-class': 'REDUCED_REDUNDANCY',
  'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
  'content-encoding': 'aws-chunked',
  'x-amz-decoded-content-length': '66560',
  'content-length': '66824',
  authorization: authorization(
    'content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class',
    '4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9',
  ),
});

describe('the signatures that Amazon publishes', () => {
  test('verify for GET Object', () => {
    const published = request('GET', '/test.txt', '', {
      range: 'bytes=0-9',
      'x-amz-content-sha256': emptyHash,
      'x-amz-date': '20130524T000000Z',
      authorization: authorization(
        'host;range;x-amz-content-sha256;x-amz-date',
        'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
      ),
    });

    expect(verify(published)).toMatchObject({ signedAt: '20130524T000000Z', payloadHash: emptyHash });
  });

  test('verify for a key with a dollar sign', () => {
    const published = request('PUT', '/test$file.text', '', {
      date: 'Fri, 24 May 2013 00:00:00 GMT',
      'x-amz-date': '20130524T000000Z',
      'x-amz-storage-class': 'REDUCED_REDUNDANCY',
      'x-amz-content-sha256': '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
      authorization: authorization(
        'date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class',
        '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
      ),
    });

    expect(() => verify(published)).not.toThrow();
  });

  test('verify for a list with a query', () => {
    const published = request('GET', '/', 'max-keys=2&prefix=J', {
      'x-amz-content-sha256': emptyHash,
      'x-amz-date': '20130524T000000Z',
      authorization: authorization(
        'host;x-amz-content-sha256;x-amz-date',
        '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
      ),
    });

    expect(() => verify(published)).not.toThrow();
  });

  test('verify for a presigned URL', () => {
    const published = new URLSearchParams({
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Credential': scope,
      'X-Amz-Date': '20130524T000000Z',
      'X-Amz-Expires': '86400',
      'X-Amz-SignedHeaders': 'host',
      'X-Amz-Signature': 'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
    });

    expect(verify(request('GET', '/test.txt', published.toString(), {}))).toMatchObject({
      payloadHash: 'UNSIGNED-PAYLOAD',
    });
  });

  test('verify for the chunks of a streamed body, only in order', () => {
    const chunk = sha256Hex('a'.repeat(65_536));
    const rest = sha256Hex('a'.repeat(1024));
    const signatures = createChunkSignatures(verify(streamed), { hasTrailers: false });

    signatures.verifyChunk(chunk, 'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648');
    signatures.verifyChunk(rest, '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497');
    signatures.verifyChunk(emptyHash, 'b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9');

    const other = createChunkSignatures(verify(streamed), { hasTrailers: false });
    expect(() =>
      other.verifyChunk(rest, '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497'),
    ).toThrow(expect.objectContaining({ code: 'SignatureDoesNotMatch' }));
  });
});
