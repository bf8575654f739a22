import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';

type Chunks = ReadonlyMap<string, Rolldown.OutputChunk>;

const session = ['index.html', 'app/start.tsx', 'app/session/open-session.ts'];

/** The modules that a page imports, statically or dynamically, until it shows its content. */
const pages = {
  'sign-in': [...session, 'app/guest/guest-layout.tsx', 'app/pages/sign-in.tsx'],
  files: [...session, 'app/signed-in/signed-in-layout.tsx', 'app/pages/files.tsx'],
  'public link': ['index.html', 'app/start.tsx', 'app/pages/public-link.tsx'],
};

const buildChunks = async (root: string): Promise<Chunks> => {
  const results = await build({ root, logLevel: 'error', build: { write: false } });
  const output = [results].flat().flatMap((result) => ('output' in result ? result.output : []));
  return new Map(output.filter((file) => file.type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
};

/** The chunks of these modules, with everything they import statically. */
const closureOf = (chunks: Chunks, modules: readonly string[]): ReadonlySet<Rolldown.OutputChunk> => {
  const closure = new Set<Rolldown.OutputChunk>();
  const visit = (chunk: Rolldown.OutputChunk | undefined) => {
    if (chunk === undefined || closure.has(chunk)) return;
    closure.add(chunk);
    for (const fileName of chunk.imports) visit(chunks.get(fileName));
  };
  for (const module of modules) {
    const entry = [...chunks.values()].find(({ moduleIds }) =>
      moduleIds.some((id) => id.endsWith(`/${module}`)),
    );
    if (entry === undefined) throw new Error(`The build has no chunk with ${module}.`);
    visit(entry);
  }
  return closure;
};

const root = join(import.meta.dirname, '../apps/web');
const chunks = await buildChunks(root);
for (const [page, modules] of Object.entries(pages)) {
  const closure = [...closureOf(chunks, modules)];
  const bytes = closure.reduce((sum, { code }) => sum + gzipSync(code).length, 0);
  const size = bytes.toLocaleString('en').padStart(9);
  process.stdout.write(`${page.padEnd(12)}${size} bytes of JavaScript (gzip) in ${closure.length} files\n`);
}
