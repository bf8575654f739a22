import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pageSecurityHeaders } from '../../infra/constructs/web/security-headers.ts';

const caddyfile = readFileSync(join(import.meta.dirname, '../../apps/web/Caddyfile'), 'utf8');

/** The header fields that a snippet of the Caddyfile sets; values with spaces are quoted. */
const headersOf = (snippet: string): Record<string, string> => {
  const [, block = ''] =
    caddyfile.match(RegExp(`^\\(${snippet}\\) \\{\\n\\theader \\{\\n(.*?)\\n\\t\\}`, 'ms')) ?? [];
  const fields = block.matchAll(/^\t\t([A-Z][\w-]+) (?:"([^"]*)"|(\S+))$/gm);
  return Object.fromEntries([...fields].map(([, name, quoted, bare]) => [name, quoted ?? bare]));
};

test('sends the same security headers with the page as CloudFront', () => {
  const sources = {
    bucketOrigins: ['{$FILES_ORIGIN}'],
    cognitoOrigins: ['https://cognito-idp.{$AWS_REGION}.amazonaws.com'],
  };

  expect(headersOf('page-headers')).toEqual(pageSecurityHeaders(sources));
});
