import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const source = join(import.meta.dirname, 'node_modules/pdfjs-dist');

const { version }: { version: string } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));

// pdf.js names these files itself, below a folder; the version takes the place of a hash.
const target = `assets/pdf-${version}/`;

/** Encodings of East Asian texts, substitutes of fonts, and decoders of scanned pages that need no WebAssembly. */
const isNeeded: Readonly<Record<string, (name: string) => boolean>> = {
  cmaps: () => true,
  standard_fonts: () => true,
  wasm: (name) => /_nowasm_fallback\.js$|^LICENSE.*(JBIG2|OPENJPEG)$/.test(name),
};

const paths = Object.entries(isNeeded).flatMap(([folder, needs]) =>
  readdirSync(join(source, folder))
    .filter(needs)
    .map((name) => `${folder}/${name}`),
);

/** Serves the data that pdf.js loads when a document needs it. */
export const servePdfData: Plugin = {
  name: 'serve-pdf-data',
  generateBundle() {
    for (const path of paths) {
      this.emitFile({ type: 'asset', fileName: target + path, source: readFileSync(join(source, path)) });
    }
  },
  configureServer({ middlewares }) {
    middlewares.use(`/${target}`, ({ url = '' }, response, next) => {
      const path = paths.find((candidate) => url === `/${candidate}`);
      if (path === undefined) return next();
      if (path.endsWith('.js')) response.setHeader('Content-Type', 'text/javascript');
      response.end(readFileSync(join(source, path)));
    });
  },
};
