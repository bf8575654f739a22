import { cp, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '..');
const dist = resolve(process.argv[2] ?? resolve(root, 'dist'));

const entries = ['main', 'lambda', 'sweep-lambda', 'migrate-lambda'];

await rm(dist, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: entries.map((name) => `src/${name}.ts`),
  outdir: dist,
  bundle: true,
  // A chunk that only `import()` names is loaded only then: PGlite's must not be in the way of the others.
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  sourcemap: true,
  minifySyntax: true,
  minifyWhitespace: true,
  // Production has a server or a cluster; the embedded database and the native driver stay at home.
  external: ['@electric-sql/pglite', 'pg-native'],
  // Packages in CommonJS expect these in every module.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
});
await cp(resolve(root, 'migrations'), resolve(dist, 'migrations'), { recursive: true });
// The folder is all that Lambda gets, and its files are ES modules.
await writeFile(resolve(dist, 'package.json'), `${JSON.stringify({ type: 'module' })}\n`);
