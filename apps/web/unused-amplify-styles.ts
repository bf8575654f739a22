import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createIsUsedClassName } from './amplify-class-names.ts';

const { resolve } = createRequire(import.meta.url);

const sources = join(import.meta.dirname, 'src');

const classSelector = /\.(amplify-[\w-]+)/g;
const declaration = /(--amplify-[\w-]+)\s*:([^;}]*)/g;
const reference = /var\(\s*(--amplify-[\w-]+)/g;

const matchAll = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []);

const readSources = (extension: RegExp): string =>
  readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((path) => extension.test(path))
    .map((path) => readFileSync(join(sources, path), 'utf8'))
    .join('\n');

const leaveOutRules = (styles: string, isUnusedSelector: (selector: string) => boolean): string =>
  styles.replaceAll(/([^{}]+)\{[^{}]*\}/g, (rule, selectors: string) =>
    selectors.split(',').every(isUnusedSelector) ? '' : rule,
  );

/** Names of the custom properties that no rule needs, directly or through another property. */
const findUnusedProperties = (styles: string): string[] => {
  const values = new Map<string, string[]>();
  for (const [, name = '', value = ''] of styles.matchAll(declaration))
    values.set(name, [...(values.get(name) ?? []), ...matchAll(value, reference)]);

  const used = new Set(matchAll(styles.replaceAll(declaration, ''), reference));
  for (const name of used) for (const needed of values.get(name) ?? []) used.add(needed);
  return [...values.keys()].filter((name) => !used.has(name));
};

/** Names of Amplify UI's classes that no element can have, and of the custom properties that no other rule needs. */
export const findUnusedAmplifyStyles = (): string[] => {
  const own = readSources(/\.css$/);
  const imported = matchAll(own, /@import "(@aws-amplify\/[^"]+)"/g).map((path) =>
    readFileSync(resolve(path), 'utf8'),
  );
  const styles = [own, ...imported].join('\n');

  const isUsed = createIsUsedClassName(readSources(/\.tsx?$/));
  const unused = new Set(matchAll(styles, classSelector).filter((name) => !isUsed(name)));
  const isUnusedSelector = (selector: string) =>
    matchAll(selector.replaceAll(/:not\([^)]*\)/g, ''), classSelector).some((name) => unused.has(name));
  return [...unused, ...findUnusedProperties(leaveOutRules(styles, isUnusedSelector))];
};
