import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const { catalog } = parse(read('pnpm-workspace.yaml')) as { catalog: Record<string, string> };

describe.each(['apps/api/Dockerfile', 'apps/web/Dockerfile'])('%s', (path) => {
  const source = read(path);
  const dockerfile = DockerfileParser.parse(source);
  const instructions = dockerfile.getInstructions();
  const ofKeyword = (keyword: string) => instructions.filter((one) => one.getKeyword() === keyword);

  test('passes a linter', () => {
    expect(validate(source).map(({ message, range }) => `line ${range.start.line + 1}: ${message}`)).toEqual(
      [],
    );
  });

  test('pins every base image, and Node to the version of the tests', () => {
    for (const from of dockerfile.getFROMs()) {
      expect(from.getImageTag()).toMatch(/^\d+\.\d+\.\d+/);
      if (from.getImageName() === 'node') expect(from.getImageTag()).toContain(`${catalog.node}-`);
    }
  });

  test('does not run as root and has a health check', () => {
    expect(ofKeyword('USER').at(-1)?.getArgumentsContent()).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(ofKeyword('HEALTHCHECK')).toHaveLength(1);
  });

  test('starts its program without a shell, so that the program receives signals', () => {
    expect(ofKeyword('CMD').at(-1)?.getArgumentsContent()).toMatch(/^\[/);
  });

  test('copies only existing paths', () => {
    const copies = dockerfile.getCOPYs().filter((copy) => copy.getFlags().length === 0);
    for (const copy of copies) {
      const [from = ''] = copy.getArguments().map(String);
      expect(existsSync(join(root, from))).toBe(true);
    }
  });
});

test('excludes from every image what git ignores, in any folder: secrets, data, packages and builds', () => {
  const linesOf = (path: string) => read(path).split('\n').filter(Boolean);
  const ignored = linesOf('.dockerignore');

  for (const name of linesOf('.gitignore')) expect(ignored).toContain(`**/${name.replace(/\/$/, '')}`);
  expect(ignored).toEqual(expect.arrayContaining(['.git', '**/.env.*']));
});
