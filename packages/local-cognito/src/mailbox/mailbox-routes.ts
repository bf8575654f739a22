import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { createPageFileRoutes, pageHeaders } from '../http/page-files.ts';
import type { Route } from '../http/route.ts';
import { sendEmpty, sendJson } from '../http/send.ts';
import type { Mailbox } from './mailbox.ts';

// Mail is written by strangers: the pages' strict policy lets none of it run.
const files = [
  { path: '/mailbox', name: 'index.html' },
  { path: '/mailbox/mailbox.css', name: 'mailbox.css' },
  { path: '/mailbox/mailbox.js', name: 'mailbox.js' },
  { path: '/mailbox/icon.svg', name: 'icon.svg' },
];

const openEventStream = (response: ServerResponse): void => {
  response.writeHead(200, {
    ...pageHeaders,
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
      sendJson(response, 200, { messages: mailbox.list(to) }, pageHeaders);
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
  ...(await createPageFileRoutes(join(import.meta.dirname, 'page'), files)),
  ...messageRoutes(mailbox),
];
