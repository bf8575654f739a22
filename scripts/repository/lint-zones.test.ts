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
] as const;

const allowed = [
  ['apps/api/src/comments', './comment-repository.ts'],
  ['apps/api/src/comments', '#links/link-service.ts'],
  ['apps/api/src/comments', '#db/database.ts'],
  ['apps/web/src/features/comments', '#lib/format-date.ts'],
  ['apps/web/src/features/comments/components', '../api/list-comments.ts'],
  ['apps/web/src/app', '#features/comments/comment-list.tsx'],
] as const;

const root = join(import.meta.dirname, '../..');
const copy = mkdtempSync(join(tmpdir(), 'lint-zones-'));
afterAll(() => rmSync(copy, { recursive: true }));

const copyTree = (): void => {
  const paths = execFileSync('git', ['ls-files', '-z', 'apps', 'packages'], { cwd: root, encoding: 'utf8' });
  for (const path of ['biome.json', '.gitignore', ...paths.split('\0').filter((name) => name !== '')]) {
    cpSync(join(root, path), join(copy, path));
  }
};

const importerOf = (folder: string, specifier: string): string =>
  `${folder}/${encodeURIComponent(specifier)}.ts`;

const writeImport = (folder: string, specifier: string): void => {
  mkdirSync(join(copy, folder), { recursive: true });
  writeFileSync(join(copy, importerOf(folder, specifier)), `import '${specifier}';\n`);
};

type Report = { diagnostics: { location: { path: string } }[] };

const findRestrictedImporters = (): string[] => {
  const { stdout } = spawnSync(
    join(root, 'node_modules/.bin/biome'),
    [
      'lint',
      '--only=style/noRestrictedImports',
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

let restrictedImporters: string[] = [];

beforeAll(() => {
  copyTree();
  for (const [folder, specifier] of [...restricted, ...allowed]) writeImport(folder, specifier);
  restrictedImporters = findRestrictedImporters();
});

test.each(restricted)('a file in %s may not import %s', (folder, specifier) => {
  expect(restrictedImporters).toContain(importerOf(folder, specifier));
});

test.each(allowed)('a file in %s may import %s', (folder, specifier) => {
  expect(restrictedImporters).not.toContain(importerOf(folder, specifier));
});
