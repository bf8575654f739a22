import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { resolve } = createRequire(import.meta.url);

const sources = join(import.meta.dirname, 'src');

const declaration = /(--amplify-[\w-]+)\s*:([^;}]*)/g;
const reference = /var\(\s*(--amplify-[\w-]+)/g;

const matchAll = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []);

const readStyles = (): string[] =>
  readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.css'))
    .map((path) => readFileSync(join(sources, path), 'utf8'));

const readImports = (styles: string[]): string[] =>
  matchAll(styles.join('\n'), /@import "(@aws-amplify\/[^"]+)"/g).map((path) =>
    readFileSync(resolve(path), 'utf8'),
  );

/** Names of the theme's custom properties that no rule needs, directly or through another property. */
export const findUnusedThemeProperties = (): string[] => {
  const own = readStyles();
  const all = [...own, ...readImports(own)].join('\n');
  const values = new Map<string, string[]>();
  for (const [, name = '', value = ''] of all.matchAll(declaration))
    values.set(name, [...(values.get(name) ?? []), ...matchAll(value, reference)]);

  const used = new Set(matchAll(all.replaceAll(declaration, ''), reference));
  for (const name of used) for (const needed of values.get(name) ?? []) used.add(needed);
  return [...values.keys()].filter((name) => !used.has(name));
};
