import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

// Zones hold for folders of today (links, db, lib) and for folders that nobody has made yet (comments, billing, charts).
const restricted = [
  ['apps/api/src/comments', '#links/link-repository.ts'],
  ['apps/api/src/comments', '#links/link-handlers.ts'],
  ['apps/api/src/comments', '#billing/plans/plan-repository.ts'],
  ['apps/api/src/comments', '../links/link-service.ts'],
  ['apps/api/src/comments', '#app.ts'],
  ['apps/api/src/comments/threads', '#links/link-repository.ts'],
  ['apps/api/src/links', '#comments/comment-repository.ts'],
  ['apps/api/src/db', '#comments/comment-service.ts'],
  ['apps/api/src/http', '#links/link-service.ts'],
  ['apps/web/src/features/comments', '#features/links/link-address.ts'],
  ['apps/web/src/features/comments', '../links/link-address.ts'],
  ['apps/web/src/features/comments', '#app/app.tsx'],
  ['apps/web/src/features/comments/api', '#features/links/link-address.ts'],
  ['apps/web/src/features/comments/api', '../../links/link-address.ts'],
  ['apps/web/src/features/comments/api', '#app/app.tsx'],
  ['apps/web/src/lib', '#features/comments/comment-list.tsx'],
  ['apps/web/src/charts', '#features/comments/comment-list.tsx'],
  ['apps/web/src/charts', '#app/app.tsx'],
  ['packages/contract/src', 'axios'],
  ['packages/contract/src', 'zod'],
  ['apps/api/src/comments', 'drizzle-orm'],
  ['apps/api/src/links', 'drizzle-orm/pg-core'],
  ['apps/api/src/auth', 'drizzle-orm'],
] as const;

const allowed = [
  ['apps/api/src/comments', './comment-repository.ts'],
  ['apps/api/src/comments', '#links/link-service.ts'],
  ['apps/api/src/comments', '#db/database.ts'],
  ['apps/web/src/features/comments', '#lib/format-date.ts'],
  ['apps/web/src/features/comments/components', '../api/list-comments.ts'],
  ['apps/web/src/app', '#features/comments/comment-list.tsx'],
  ['apps/api/src/db', 'drizzle-orm'],
] as const;

const root = join(import.meta.dirname, '../..');
const copy = mkdtempSync(join(tmpdir(), 'lint-zones-'));
afterAll(() => rmSync(copy, { recursive: true }));

const copyTree = (): void => {
  const folders = ['apps', 'packages', 'scripts/repository'];
  const paths = execFileSync('git', ['ls-files', '-z', ...folders], { cwd: root, encoding: 'utf8' });
  for (const path of ['biome.json', '.gitignore', ...paths.split('\0').filter((name) => name !== '')]) {
    cpSync(join(root, path), join(copy, path));
  }
};

const repository = 'apps/api/src/comments/comment-repository.ts';
const shortFile = 'apps/web/src/features/comments/short.test.ts';
const longFile = 'apps/web/src/features/comments/long.test.ts';

const importerOf = (folder: string, specifier: string): string =>
  `${folder}/${encodeURIComponent(specifier)}.ts`;

const write = (path: string, text: string): void => {
  mkdirSync(join(copy, path, '..'), { recursive: true });
  writeFileSync(join(copy, path), text);
};

type Report = { diagnostics: { location: { path: string } }[] };

const rules = ['style/noRestrictedImports', 'style/noExcessiveLinesPerFile', 'plugin'];

const findRejectedFiles = (): string[] => {
  const { stdout } = spawnSync(
    join(root, 'node_modules/.bin/biome'),
    [
      'lint',
      ...rules.map((rule) => `--only=${rule}`),
      '--max-diagnostics=none',
      '--reporter=json',
      'apps',
      'packages',
    ],
    { cwd: copy, encoding: 'utf8' },
  );
  const { diagnostics }: Report = JSON.parse(stdout);
  return diagnostics.map(({ location }) => location.path);
};

let rejected: string[] = [];

beforeAll(() => {
  copyTree();
  for (const [folder, specifier] of [...restricted, ...allowed]) {
    write(importerOf(folder, specifier), `import '${specifier}';\n`);
  }
  write(repository, "import 'drizzle-orm';\n");
  write(shortFile, 'void 0;\n'.repeat(250));
  write(longFile, 'void 0;\n'.repeat(251));
  rejected = findRejectedFiles();
});

test.each(restricted)('a file in %s may not import %s', (folder, specifier) => {
  expect(rejected).toContain(importerOf(folder, specifier));
});

test.each(allowed)('a file in %s may import %s', (folder, specifier) => {
  expect(rejected).not.toContain(importerOf(folder, specifier));
});

test('a repository may import drizzle-orm', () => {
  expect(rejected).not.toContain(repository);
});

test('a file ends at 250 lines, tests included', () => {
  expect(rejected).not.toContain(shortFile);
  expect(rejected).toContain(longFile);
});
