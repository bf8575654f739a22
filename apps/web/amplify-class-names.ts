import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const { resolve } = createRequire(import.meta.url);
const library = resolve('@aws-amplify/ui-react');
const modules = join(dirname(library), 'esm');
const classNamesModule = join(
  dirname(createRequire(library).resolve('@aws-amplify/ui')),
  'esm/types/primitives/componentClassName.mjs',
);

const matchAll = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []);

/** The code of Amplify UI's components with these names, and of all modules that they import from each other. */
const readComponents = (names: readonly string[]): string => {
  const texts = new Map<string, string>();
  const visit = (path: string) => {
    if (texts.has(path)) return;
    const text = readFileSync(path, 'utf8');
    texts.set(path, text);
    for (const imported of matchAll(text, /(?:from|^import) '(\.[^']+)'/gm))
      visit(join(dirname(path), imported));
  };
  const index = readFileSync(join(modules, 'index.mjs'), 'utf8');
  for (const name of names) {
    const path = new RegExp(`\\b${name} \\} from '(\\.[^']+)'`).exec(index)?.[1];
    if (path === undefined) throw new Error(`Amplify UI exports no ${name}.`);
    visit(join(modules, path));
  }
  return [...texts.values()].join('\n');
};

const findImports = (code: string): string[] => {
  const lists = matchAll(code, /import \{([^}]+)\} from '@aws-amplify\/ui-react'/g);
  const names = lists.join(',').split(',');
  return names.map((name) => name.trim().split(' as ')[0] ?? '').filter((name) => /^[A-Z]/.test(name));
};

/**
 * Returns whether Amplify UI can give an element of this app a class: the name of an imported component or of one of
 * its parts, with modifiers that are in quotes somewhere in the code, as in `variation="primary"`.
 */
export const createIsUsedClassName = (code: string): ((className: string) => boolean) => {
  const components = readComponents(findImports(code));
  const modifiers = new Set(matchAll(`${code}\n${components}`, /['"`]([\w-]+)['"`]/g));
  const keys = new Set(matchAll(components, /ComponentClassName\.(\w+)/g));
  const names = [...readFileSync(classNamesModule, 'utf8').matchAll(/(\w+): '([\w-]+)'/g)].flatMap(
    ([, key = '', name = '']) => (keys.has(key) ? name : []),
  );
  const isNameWithModifiers = (className: string, name: string) =>
    className.startsWith(`${name}--`) &&
    className
      .slice(name.length + 2)
      .split('--')
      .every((modifier) => modifiers.has(modifier));
  return (className) => names.some((name) => className === name || isNameWithModifiers(className, name));
};
