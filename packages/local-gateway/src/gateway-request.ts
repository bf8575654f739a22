import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { JWTPayload } from 'jose';
import type { Route } from './routes.ts';

/** A completely read request. */
export type GatewayRequest = {
  id: string;
  method: string;
  /** Encoded as the client sent it, without the query. */
  path: string;
  query: string;
  /** In the order and with the capitals of the client. */
  headers: [name: string, value: string][];
  body: Buffer;
  sourceIp: string;
  userAgent: string;
  receivedAt: Date;
};

/** The route of a request, and the claims of its token. */
export type AuthorizedRoute = { route: Route; claims: JWTPayload | undefined };

// Headers of the connection are not forwarded.
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'te',
  'proxy-connection',
]);

const headersOf = ({ rawHeaders }: IncomingMessage): [string, string][] =>
  rawHeaders.flatMap((name, index): [string, string][] =>
    index % 2 === 0 && !hopByHop.has(name.toLowerCase()) ? [[name, rawHeaders[index + 1] ?? '']] : [],
  );

const gatewayHeaders = (message: IncomingMessage, sourceIp: string): [string, string][] => {
  const before = message.headersDistinct['x-forwarded-for'] ?? [];
  return [
    ['X-Forwarded-For', [...before, sourceIp].join(', ')],
    ['X-Forwarded-Port', '443'],
    ['X-Forwarded-Proto', 'https'],
    [
      'X-Amzn-Trace-Id',
      `Root=1-${Math.floor(Date.now() / 1000).toString(16)}-${randomUUID().replaceAll('-', '').slice(0, 24)}`,
    ],
  ];
};

/** Reads a request and sets the headers of a gateway, which a client cannot forge. */
export const readRequest = async (message: IncomingMessage): Promise<GatewayRequest> => {
  const [path = '/', ...query] = (message.url ?? '/').split('?');
  const sourceIp = message.socket.remoteAddress ?? '';
  const added = gatewayHeaders(message, sourceIp);
  const names = new Set(added.map(([name]) => name.toLowerCase()));
  return {
    id: randomUUID(),
    method: message.method ?? 'GET',
    path,
    query: query.join('?'),
    headers: [...headersOf(message).filter(([name]) => !names.has(name.toLowerCase())), ...added],
    body: await buffer(message),
    sourceIp,
    userAgent: message.headers['user-agent'] ?? '',
    receivedAt: new Date(),
  };
};

/** Returns all values of a header, by its lower-case name. */
export const valuesOf = ({ headers }: GatewayRequest, name: string): string[] =>
  headers.filter(([candidate]) => candidate.toLowerCase() === name).map(([, value]) => value);

/** Formats a date like "12/Mar/2020:19:03:58 +0000". */
export const commonLogTime = (date: Date): string => {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(date.toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
};
