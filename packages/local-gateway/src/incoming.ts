import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { JWTPayload } from 'jose';
import type { Route } from './routes.ts';

/** A request that has been read to its end. */
export type Incoming = {
  id: string;
  method: string;
  /** As the client sent it, up to the question mark. */
  path: string;
  query: string;
  /** Name and value in the client's own spelling and order. */
  headers: [name: string, value: string][];
  body: Buffer;
  sourceIp: string;
  userAgent: string;
  receivedAt: Date;
};

/** What an authorizer and the route table have found about a request. */
export type Admitted = { route: Route; claims: JWTPayload | undefined };

// Headers of the connection end at the gateway.
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

const forwarded = (request: IncomingMessage, sourceIp: string): [string, string][] => {
  const before = request.headersDistinct['x-forwarded-for'] ?? [];
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

/** Reads a request and adds what a gateway adds; what it writes itself nobody else may bring along. */
export const readIncoming = async (request: IncomingMessage): Promise<Incoming> => {
  const [path = '/', ...query] = (request.url ?? '/').split('?');
  const sourceIp = request.socket.remoteAddress ?? '';
  const added = forwarded(request, sourceIp);
  const own = new Set(added.map(([name]) => name.toLowerCase()));
  return {
    id: randomUUID(),
    method: request.method ?? 'GET',
    path,
    query: query.join('?'),
    headers: [...headersOf(request).filter(([name]) => !own.has(name.toLowerCase())), ...added],
    body: await buffer(request),
    sourceIp,
    userAgent: request.headers['user-agent'] ?? '',
    receivedAt: new Date(),
  };
};

/** Every value of a header, whatever its spelling. */
export const valuesOf = ({ headers }: Incoming, name: string): string[] =>
  headers.filter(([candidate]) => candidate.toLowerCase() === name).map(([, value]) => value);

/** "12/Mar/2020:19:03:58 +0000" */
export const commonLogTime = (date: Date): string => {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(date.toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
};
