import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

const readSources = (pattern: string) =>
  globSync(pattern, {
    cwd: root,
    exclude: ['**/node_modules/**', '**/dist/**', '**/cdk.out/**', 'scripts/repository/said-once.test.ts'],
  }).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

// The local servers imitate AWS for any app, so that they hold its constants themselves.
const sources = readSources('{apps,bench,e2e,infra,packages/contract,scripts}/**/*.{ts,tsx}');

const signIn = 'packages/contract/src/sign-in.ts';
const webPaths = 'packages/contract/src/web-paths.ts';

test.each([
  ['scope of an access token', /aws\.cognito\.signin\.user\.admin/, signIn],
  ["Cognito's name of a provider", /['"]SignInWithApple['"]/, signIn],
  ['password policy', /min(imum)?Length: \d|(R|r)equireUppercase: (true|false)/, signIn],
  ['lifetime of a token', /(access|id|refresh)Token\w*: (\d|Duration\.\w+\(\d)/i, signIn],
  ['path of the sign-in callback', /sign-in\/callback/, webPaths],
  ['path of a page that a mail links to', /rigin\}\/(shared|sign-up)|: '\/(shared|sign-up)'/, webPaths],
  ['id of the local pool or its client', /localwebapp|Local0001/, 'scripts/dev/local-aws.ts'],
  ['time-out of an AWS client', /\bthrowOnRequestTimeout\b/, 'apps/api/src/aws-client.ts'],
])('no second file states the %s', (_fact, pattern, home) => {
  expect(sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([home]);
});

test('no second file of the product states its visible name', () => {
  const { name }: { name: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const words = name.split('-').join(' ?');
  // In `ShareMyFiles-demo`, an identifier of AWS, the name follows that of the packages. `rename` gives examples.
  const visible = new RegExp(`${words}(?!-)`, 'i');
  const product = readSources('{apps,infra,packages/contract,scripts}/**/*.{ts,tsx,css,html,svg}').filter(
    ({ path }) => !/(^|\/)test\/|\.test\.|^scripts\/rename/.test(path),
  );

  expect(product.filter(({ text }) => visible.test(text)).map(({ path }) => path)).toEqual([
    'packages/contract/src/product-name.ts',
  ]);
});

test('no second file of the web app states a color', () => {
  const color = /#(?:[\da-f]{3}|[\da-f]{6}|[\da-f]{8})\b|\b(?:rgb|hsl|oklch|lab)a?\(|: (?:white|black)\b/i;
  const drawings = [
    'apps/web/src/components/logo.svg',
    'apps/web/src/features/auth/components/provider-mark.tsx',
  ];
  const styled = readSources('apps/web/{index.html,src/**/*.{ts,tsx,css,svg}}').filter(
    ({ path }) => !drawings.includes(path),
  );

  expect(styled.filter(({ text }) => color.test(text)).map(({ path }) => path)).toEqual([
    'apps/web/src/styles/tokens.css',
  ]);
});
