import { expect, test } from 'vitest';
import { canonicalRequest } from './canonical-request.ts';

const request = (path: string, search = '', headers: [string, string][] = []) => ({
  method: 'GET',
  path,
  bucket: '',
  key: '',
  query: new URLSearchParams(search),
  headers: new Map(headers),
});

test('encodes a path once and keeps slashes and dots', () => {
  const [, path] = canonicalRequest(request("/b/ü a+b//../!'()*~"), [], 'hash').split('\n');

  expect(path).toBe('/b/%C3%BC%20a%2Bb//../%21%27%28%29%2A~');
});

test('sorts the query by encoded name and value and omits the signature', () => {
  const search = 'b=2&B=1&a=%20&a=+&a=%2B&empty&X-Amz-Signature=x&c=a%2Fb';

  const [, , query] = canonicalRequest(request('/', search), [], 'hash').split('\n');

  expect(query).toBe('B=1&a=%20&a=%20&a=%2B&b=2&c=a%2Fb&empty=');
});

test('trims headers and collapses their spaces', () => {
  const headers: [string, string][] = [['x-amz-meta-a', '  one   two  ']];

  const lines = canonicalRequest(request('/', '', headers), ['x-amz-meta-a', 'absent'], 'hash').split('\n');

  expect(lines.slice(3)).toEqual(['x-amz-meta-a:one two', 'absent:', '', 'x-amz-meta-a;absent', 'hash']);
});
