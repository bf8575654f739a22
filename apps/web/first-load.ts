import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

type Page = {
  readonly name: string;
  /** The most that its scripts may weigh, compressed by gzip. */
  readonly scriptBytes: number;
  /** The modules that the page imports, statically or dynamically, until it shows its content. */
  readonly modules: readonly string[];
};

const userApp = ['index.html', 'app/user-app.tsx'];
const signedIn = [...userApp, 'lib/axios-request.ts'];

const pages: readonly Page[] = [
  { name: 'sign-in', scriptBytes: 195_000, modules: [...userApp, 'app/guest-app.ts'] },
  { name: 'files', scriptBytes: 230_000, modules: [...signedIn, 'app/signed-in-app.ts'] },
  { name: 'public link', scriptBytes: 110_000, modules: ['index.html', 'app/visitor-app.tsx'] },
];

const maximumStyleBytes = 15_000;

/** Of the whole first load: the files of the build, the page itself and its configuration. */
const maximumRequests = 15;

type Load = { readonly fileName: string; readonly bytes: number };

type FirstLoad = { readonly scripts: readonly Load[]; readonly styles: readonly Load[] };

const load = (fileName: string, content: string | Uint8Array): Load => ({
  fileName,
  bytes: gzipSync(content).length,
});

const sum = (loads: readonly Load[]): number => loads.reduce((total, { bytes }) => total + bytes, 0);

const countRequests = ({ scripts, styles }: FirstLoad): number => scripts.length + styles.length + 2;

const closureOf = (bundle: Rolldown.OutputBundle, modules: readonly string[]): Rolldown.OutputChunk[] => {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
  const closure = new Set<Rolldown.OutputChunk>();
  const visit = (chunk: Rolldown.OutputChunk | undefined): void => {
    if (chunk === undefined || closure.has(chunk)) return;
    closure.add(chunk);
    for (const imported of chunk.imports) visit(chunks.find(({ fileName }) => fileName === imported));
  };
  for (const module of modules) {
    // A chunk that only passes on what a group exports is a file of its own.
    const isOf = (id: string | null): boolean => id?.endsWith(`/${module}`) ?? false;
    const entries = chunks.filter(
      ({ facadeModuleId, moduleIds }) => isOf(facadeModuleId) || moduleIds.some(isOf),
    );
    if (entries.length === 0) throw new Error(`The build has no chunk with ${module}.`);
    for (const entry of entries) visit(entry);
  }
  return [...closure];
};

const measure = (bundle: Rolldown.OutputBundle, modules: readonly string[]): FirstLoad => {
  const chunks = closureOf(bundle, modules);
  const styleSheets = new Set(chunks.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]));
  return {
    scripts: chunks.map(({ fileName, code }) => load(fileName, code)),
    styles: [...styleSheets].flatMap((fileName) => {
      const asset = bundle[fileName];
      return asset?.type === 'asset' ? load(fileName, asset.source) : [];
    }),
  };
};

const inWords = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

const listLargest = (loads: readonly Load[]): string =>
  loads
    .toSorted((a, b) => b.bytes - a.bytes)
    .map(({ fileName, bytes }) => `${inWords(bytes).padStart(9)}  ${fileName}`)
    .join('\n');

const explainExcess = ({ name, scriptBytes }: Page, { scripts, styles }: FirstLoad): string | undefined => {
  if (sum(scripts) > scriptBytes)
    return `The page "${name}" may load ${inWords(scriptBytes)} of scripts:\n${listLargest(scripts)}`;
  if (sum(styles) > maximumStyleBytes)
    return `The page "${name}" may load ${inWords(maximumStyleBytes)} of styles:\n${listLargest(styles)}`;
  const requests = countRequests({ scripts, styles });
  if (requests > maximumRequests)
    return `The page "${name}" may send ${maximumRequests} requests, and sends ${requests}.`;
  return undefined;
};

/**
 * Prints what a browser loads until a page shows its content, compressed by gzip: the chunks of that page with everything
 * they import statically. Fails the build when a page is over its budget; preloading afterwards does not count.
 */
export const checkFirstLoads: Plugin = {
  name: 'check-first-loads',
  apply: 'build',
  writeBundle(_options, bundle) {
    for (const page of pages) {
      const first = measure(bundle, page.modules);
      const sizes = `${inWords(sum(first.scripts))} of scripts, ${inWords(sum(first.styles))} of styles`;
      this.info(`First load of ${page.name}: ${sizes}, ${countRequests(first)} requests.`);
      const excess = explainExcess(page, first);
      if (excess !== undefined) this.error(excess);
    }
  },
};
