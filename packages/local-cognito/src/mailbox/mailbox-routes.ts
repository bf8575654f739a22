import { readFile } from 'node:fs/promises';
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Route } from '../http/route.ts';
import { sendEmpty, sendJson } from '../http/send.ts';
import type { Mailbox } from './mailbox.ts';

const pageDirectory = join(import.meta.dirname, 'page');

const files = [
  { path: '/mailbox', name: 'index.html', type: 'text/html; charset=utf-8' },
  { path: '/mailbox/mailbox.css', name: 'mailbox.css', type: 'text/css; charset=utf-8' },
  { path: '/mailbox/mailbox.js', name: 'mailbox.js', type: 'text/javascript; charset=utf-8' },
  { path: '/mailbox/icon.svg', name: 'icon.svg', type: 'image/svg+xml' },
];

// Mail is written by strangers: no script but our own file runs, and no other site can frame or read it.
const securityHeaders: OutgoingHttpHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const fileRoute = async ({ path, name, type }: (typeof files)[number]): Promise<Route> => {
  const content = await readFile(join(pageDirectory, name));
  return {
    method: 'GET',
    path,
    handle: (_request, response) => {
      response.writeHead(200, { ...securityHeaders, 'content-type': type, 'cache-control': 'no-cache' });
      response.end(content);
    },
  };
};

const openEventStream = (response: ServerResponse): void => {
  response.writeHead(200, {
    ...securityHeaders,
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
  });
  response.flushHeaders();
};

const messageRoutes = (mailbox: Mailbox): Route[] => [
  {
    method: 'GET',
    path: '/mailbox/messages',
    sameOriginOnly: true,
    handle: (_request, response, url) => {
      const to = url.searchParams.get('to') ?? undefined;
      sendJson(response, 200, { messages: mailbox.list(to) }, securityHeaders);
    },
  },
  {
    method: 'DELETE',
    path: '/mailbox/messages',
    sameOriginOnly: true,
    handle: (_request, response) => {
      mailbox.clear();
      sendEmpty(response, 204);
    },
  },
  {
    method: 'GET',
    path: '/mailbox/events',
    sameOriginOnly: true,
    handle: (_request, response) => {
      openEventStream(response);
      const unsubscribe = mailbox.subscribe(() => response.write('data: changed\n\n'));
      response.once('close', unsubscribe);
    },
  },
];

/** The mailbox: a page to read it, the JSON behind the page, and a stream that tells of changes. */
export const createMailboxRoutes = async (mailbox: Mailbox): Promise<Route[]> => [
  ...(await Promise.all(files.map(fileRoute))),
  ...messageRoutes(mailbox),
];
