import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build, type Manifest } from 'vite';

/** The modules that a page loads one after another before it shows its content. */
const pages = {
  'sign-in': ['main.tsx', 'start.tsx', 'session-area.tsx', 'guest-layout.tsx', 'routes/sign-in.tsx'],
  files: ['main.tsx', 'start.tsx', 'session-area.tsx', 'signed-in-layout.tsx', 'routes/files.tsx'],
  'public link': ['main.tsx', 'start.tsx', 'routes/public-link.tsx'],
};

const buildApp = async (app: string): Promise<Manifest> => {
  process.chdir(app);
  await build({ root: app, logLevel: 'error', build: { outDir: 'dist', manifest: true } });
  return JSON.parse(readFileSync(join(app, 'dist/.vite/manifest.json'), 'utf8')) as Manifest;
};

const keyOf = (manifest: Manifest, module: string): string => {
  const key = Object.keys(manifest).find(
    (name) => (name === 'index.html' && module === 'main.tsx') || name.endsWith(`/${module}`),
  );
  if (key === undefined) throw new Error(`No chunk of the build starts with ${module}.`);
  return key;
};

/** The chunks that the browser requests for these entries: each with everything it imports statically. */
const chunksOf = (manifest: Manifest, entries: readonly string[]): Set<string> => {
  const files = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (chunk === undefined || files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  entries.forEach(visit);
  return files;
};

const { values } = parseArgs({
  options: { app: { type: 'string', default: join(import.meta.dirname, '../apps/web') } },
});
const app = resolve(values.app);
const manifest = await buildApp(app);
for (const [page, modules] of Object.entries(pages)) {
  const files = [
    ...chunksOf(
      manifest,
      modules.map((module) => keyOf(manifest, module)),
    ),
  ];
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(app, 'dist', file))).length, 0);
  process.stdout.write(
    `${page.padEnd(12)} ${bytes.toLocaleString('en').padStart(9)} bytes in ${files.length} files\n`,
  );
  if (process.env.LIST) console.log(files.join(' '));
}
