import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { createPageFileRoutes, pageHeaders } from '../http/page-files.ts';
import type { Route } from '../http/route.ts';
import { sendEmpty, sendJson } from '../http/send.ts';
import type { Mailbox } from './mailbox.ts';

// Mail contains foreign content. The strict policy of the pages runs none of it.
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

/** Serves the mailbox page, its JSON, and a stream of change events. */
export const createMailboxRoutes = async (mailbox: Mailbox): Promise<Route[]> => [
  ...(await createPageFileRoutes(join(import.meta.dirname, 'page'), files)),
  ...messageRoutes(mailbox),
];
