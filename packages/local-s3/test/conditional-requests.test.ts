import { afterAll, describe, expect, test } from 'vitest';
import { objectCalls } from './support/object-calls.ts';
import { startTestS3 } from './support/start-test-s3.ts';

const s3 = await startTestS3();
afterAll(() => s3.stop());

const { put, get, read } = objectCalls(s3);

const missing = { name: 'NoSuchKey', $metadata: { httpStatusCode: 404 } };

describe('a conditional read', () => {
  test('returns 200, 304 or 412 depending on ETag and date', async () => {
    const { ETag } = await put('conditional', 'x');
    const past = new Date(Date.now() - 3_600_000);
    const future = new Date(Date.now() + 3_600_000);
    const notModified = { $metadata: { httpStatusCode: 304 } };
    const failed = { name: 'PreconditionFailed', $metadata: { httpStatusCode: 412 } };

    expect(await read('conditional', { IfMatch: ETag })).toBe('x');
    expect(await read('conditional', { IfMatch: '*' })).toBe('x');
    expect(await read('conditional', { IfNoneMatch: '"other"' })).toBe('x');
    expect(await read('conditional', { IfModifiedSince: past })).toBe('x');
    expect(await read('conditional', { IfUnmodifiedSince: future })).toBe('x');
    await expect(get('conditional', { IfMatch: '"other"' })).rejects.toMatchObject(failed);
    await expect(get('conditional', { IfUnmodifiedSince: past })).rejects.toMatchObject(failed);
    await expect(get('conditional', { IfNoneMatch: ETag })).rejects.toMatchObject(notModified);
    await expect(get('conditional', { IfModifiedSince: future })).rejects.toMatchObject(notModified);
    // RFC 9110 section 13.2.2: the tag takes precedence over the date.
    expect(await read('conditional', { IfMatch: ETag, IfUnmodifiedSince: past })).toBe('x');
    expect(await read('conditional', { IfNoneMatch: '"other"', IfModifiedSince: future })).toBe('x');
  });
});

describe('a conditional write', () => {
  test('with If-None-Match: * creates an object once', async () => {
    await put('once', 'first', { IfNoneMatch: '*' });

    await expect(put('once', 'second', { IfNoneMatch: '*' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
      $metadata: { httpStatusCode: 412 },
    });
    expect(await read('once')).toBe('first');
  });

  test('succeeds for exactly one of many concurrent requests', async () => {
    const attempts = Array.from({ length: 20 }, (_, index) => put('race', `${index}`, { IfNoneMatch: '*' }));

    const results = await Promise.allSettled(attempts);

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('with If-Match replaces only the given version', async () => {
    const { ETag } = await put('versioned', 'one');
    await put('versioned', 'two', { IfMatch: ETag });

    await expect(put('versioned', 'three', { IfMatch: ETag })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
    await expect(put('never', 'x', { IfMatch: ETag })).rejects.toMatchObject(missing);
    expect(await read('versioned')).toBe('two');
  });

  test('rejects any other If-None-Match', async () => {
    await expect(put('etag', 'x', { IfNoneMatch: '"tag"' })).rejects.toMatchObject({
      name: 'NotImplemented',
    });
  });
});
