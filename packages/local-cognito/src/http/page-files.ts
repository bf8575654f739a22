import { readFile } from 'node:fs/promises';
import type { OutgoingHttpHeaders } from 'node:http';
import { extname, join } from 'node:path';
import type { Route } from './route.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Headers of each page: only its own scripts run, and no other site can frame or read it. */
export const pageHeaders: OutgoingHttpHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

type PageFile = { path: string; name: string };

const fileRoute = async (directory: string, { path, name }: PageFile): Promise<Route> => {
  const content = await readFile(join(directory, name));
  const headers = { ...pageHeaders, 'content-type': types[extname(name)], 'cache-control': 'no-cache' };
  return {
    method: 'GET',
    path,
    handle: (_request, response) => {
      response.writeHead(200, headers);
      response.end(content);
    },
  };
};

/** Serves files of a folder at fixed paths. Reads each once. */
export const createPageFileRoutes = (directory: string, files: readonly PageFile[]): Promise<Route[]> =>
  Promise.all(files.map((file) => fileRoute(directory, file)));
