import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { hostileCalls } from './support/hostile-calls.ts';
import { readError } from './support/read-error.ts';
import { bucket, startTestS3 } from './support/start-test-s3.ts';

const s3 = await startTestS3();
afterAll(() => s3.stop());

const { signed, assertUnharmed } = hostileCalls(s3);

describe('an XML body', () => {
  const operations: [string, string, string][] = [
    ['PUT', `/${bucket}?cors`, 'CORSConfiguration'],
    ['POST', `/${bucket}/key?uploadId=x`, 'CompleteMultipartUpload'],
    ['PUT', '/new-bucket', 'CreateBucketConfiguration'],
  ];

  test.each(operations)('of %s %s that is malformed is MalformedXML', async (method, target, root) => {
    for (const body of [
      'text',
      '<',
      `<${root}>`,
      '<Other/>',
      `<!DOCTYPE x [<!ENTITY a "aaaa">]><${root}>&a;</${root}>`,
      `<${root}><__proto__/></${root}>`,
      '\0\ufffd',
      `${'<a>'.repeat(5000)}`,
    ]) {
      expect(await readError(await signed(method, target, body))).toMatchObject({
        status: 400,
        code: 'MalformedXML',
      });
    }
    await assertUnharmed();
  });

  test('above 4 MiB is too large', async () => {
    const response = await signed('PUT', `/${bucket}?cors`, ' '.repeat(4 * 1024 ** 2 + 1));

    expect(await readError(response)).toMatchObject({ status: 400, code: 'MaxMessageLengthExceeded' });
    await assertUnharmed();
  });

  test('of any shape results in a 4xx', async () => {
    const element: fc.Arbitrary<string> = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        fc.string(),
        fc
          .tuple(
            fc.constantFrom('Part', 'PartNumber', 'ETag', 'ChecksumSHA256', 'CORSRule', 'AllowedOrigin', 'a'),
            fc.array(tie('node'), { maxLength: 4 }),
          )
          .map(([name, children]) => `<${name}>${children.join('')}</${name}>`),
      ),
    })).node as fc.Arbitrary<string>;

    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...operations.slice(0, 2)),
        element,
        async ([method, target, root], content) => {
          const response = await signed(method, target, `<${root}>${content}</${root}>`);
          expect(response.status).toBeGreaterThanOrEqual(400);
          expect(response.status).toBeLessThan(500);
        },
      ),
      { numRuns: 100 },
    );
    await assertUnharmed();
  });
});
