import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

// The local servers imitate AWS for any app, so that they hold its constants themselves.
const sources = globSync('{apps,bench,e2e,infra,packages/contract,scripts}/**/*.{ts,tsx}', {
  cwd: root,
  exclude: ['**/node_modules/**', '**/dist/**', '**/cdk.out/**', 'scripts/repository/said-once.test.ts'],
}).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

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
