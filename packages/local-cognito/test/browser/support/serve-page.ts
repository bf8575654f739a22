import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'vite';

const types: Record<string, string> = { html: 'text/html', js: 'text/javascript' };

const buildPage = async (): Promise<Map<string, string | Uint8Array>> => {
  const result = await build({
    root: join(import.meta.dirname, '../page'),
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false },
  });
  if (!('output' in result)) throw new Error('Vite gave no bundle.');
  return new Map(
    result.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  );
};

/** Serves an app that contains only aws-amplify, at its own origin. */
export const servePage = async (): Promise<{ origin: string; close: () => void }> => {
  const files = await buildPage();
  const server = createServer(({ url = '/' }, response) => {
    const path = url === '/' ? '/index.html' : url;
    const content = files.get(path);
    response.writeHead(content === undefined ? 404 : 200, {
      'content-type': types[path.split('.').at(-1) ?? ''] ?? 'text/plain',
    });
    response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
