import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { paths } from '../../apps/web/src/config/paths.ts';
import { pageSecurityHeaders } from '../../infra/constructs/web/security-headers.ts';

const caddyfile = readFileSync(join(import.meta.dirname, '../../apps/web/Caddyfile'), 'utf8');

/** The header fields that a snippet of the Caddyfile sets; values with spaces are quoted. */
const headersOf = (snippet: string): Record<string, string> => {
  const [, block = ''] =
    caddyfile.match(RegExp(`^\\(${snippet}\\) \\{.*?\\n\\theader \\{\\n(.*?)\\n\\t\\}`, 'ms')) ?? [];
  const fields = block.matchAll(/^\t\t([A-Z][\w-]+) (?:"([^"]*)"|(\S+))$/gm);
  return Object.fromEntries([...fields].map(([, name, quoted, bare]) => [name, quoted ?? bare]));
};

test('sends the same security headers with the page as CloudFront', () => {
  const sources = {
    bucketOrigins: ['{files_origin}'],
    cognitoOrigins: ['https://cognito-idp.{$AWS_REGION}.amazonaws.com'],
  };

  expect(headersOf('page-headers')).toEqual(pageSecurityHeaders(sources));
});

describe('the page', () => {
  const [, pattern = ''] = caddyfile.match(/^\t@router path_regexp (.+)$/m) ?? [];

  const pages = Object.values(paths).map((path) =>
    path.replace(':folderId', '019abcde-0123-7abc-8def-0123456789ab'),
  );

  // Caddy matches paths decoded once.
  test.each(['/', ...pages, '/s#secret', '/s%23secret', '/s/#secret'])(
    'is served for the path %s of the router',
    (path) => {
      expect(path).toMatch(RegExp(pattern));
    },
  );

  test.each([
    '/.env',
    '/.git/HEAD',
    '/index.js.map',
    '/assets/missing.js',
    '/robots.txt',
    '/config.json',
    '/unknown',
    '/files/unknown',
  ])('is not served for %s: a file, or 404', (path) => {
    expect(path).not.toMatch(RegExp(pattern));
    expect(caddyfile).not.toContain('try_files');
  });
});
