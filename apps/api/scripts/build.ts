import { cp, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { collectLicenses } from './collect-licenses.ts';

// The one bundle of the API: its container and its Lambda functions run it.
const root = resolve(import.meta.dirname, '..');
const outputDirectory = resolve(process.argv[2] ?? resolve(root, 'dist'));

// JSON is UTF-8: Express refuses any other encoding before it would look for one of these tables, half a megabyte.
const leaveOutEncodings: Plugin = {
  name: 'leave-out-encodings',
  setup: ({ onLoad }) => {
    onLoad({ filter: /iconv-lite.encodings.tables/ }, () => ({ contents: '[]', loader: 'json' }));
  },
};

const entries = ['main', 'lambda', 'sweep-lambda', 'migrate-lambda'];

await rm(outputDirectory, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: entries.map((name) => `src/${name}.ts`),
  outdir: outputDirectory,
  bundle: true,
  // What only `import()` names, such as the driver of PGlite, becomes a chunk that other programs never load.
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  // For Node, esbuild would take the CommonJS of AWS's SDK, and with it every command of every client.
  mainFields: ['module', 'main'],
  // To read a stack trace afterwards: Node with --enable-source-maps takes a quarter longer to start.
  sourcemap: true,
  sourcesContent: false,
  metafile: true,
  minifySyntax: true,
  minifyWhitespace: true,
  // Production has a server or a cluster: no embedded database, and no native driver.
  external: ['@electric-sql/pglite', 'pg-native'],
  plugins: [leaveOutEncodings],
  // CommonJS packages expect `require` in every module.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
});
await cp(resolve(root, 'migrations'), resolve(outputDirectory, 'migrations'), { recursive: true });
await writeFile(
  resolve(outputDirectory, 'licenses.md'),
  await collectLicenses(root, Object.keys(metafile.inputs)),
);
// Lambda gets only this folder, whose files are ES modules.
await writeFile(resolve(outputDirectory, 'package.json'), `${JSON.stringify({ type: 'module' })}\n`);
