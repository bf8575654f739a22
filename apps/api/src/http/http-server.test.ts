import { once } from 'node:events';
import { Agent, request as startRequest } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import express from 'express';
import { afterEach, expect, test } from 'vitest';
import { connectionLimits } from '#time-limits.ts';
import { handleError } from './handle-error.ts';
import { createHttpServer } from './http-server.ts';
import { jsonBody } from './json-body.ts';

let close: () => Promise<void>;
const agent = new Agent({ keepAlive: true });

const start = async (limits?: Partial<typeof connectionLimits>) => {
  const held = Promise.withResolvers<void>();
  const app = express();
  app.get('/held', async (_request, response) => {
    await held.promise;
    response.json({});
  });
  app.post('/body', jsonBody, (_request, response) => void response.json({}));
  app.get('/', (_request, response) => void response.json({}));
  app.use(handleError);
  const started = createHttpServer(app, { ...connectionLimits, ...limits });
  close = started.close;
  await once(started.server.listen(0, '127.0.0.1'), 'listening');
  const { port } = started.server.address() as AddressInfo;

  const get = async (path: string) => {
    const request = startRequest({ port, path, agent }).end();
    const [response] = await once(request, 'response');
    response.resume();
    await once(response, 'end');
    return { status: response.statusCode, connection: response.headers.connection };
  };
  /** Sends the bytes and no more; resolves to what the server sends until it closes the connection. */
  const send = (bytes: string) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    socket.write(bytes);
    return text(socket).finally(() => socket.destroy());
  };
  return { get, send, release: held.resolve, server: started.server };
};

afterEach(() => {
  agent.destroy();
  return close();
});

const post = (...headers: string[]) =>
  ['POST /body HTTP/1.1', 'Host: localhost', 'Content-Type: application/json', ...headers, '', ''].join(
    '\r\n',
  );

test('a closing server answers a request that is on its way on an idle connection, and closes it', async () => {
  const { get } = await start();
  expect(await get('/')).toMatchObject({ status: 200, connection: 'keep-alive' });

  const closed = close();

  expect(await get('/')).toEqual({ status: 200, connection: 'close' });
  await closed;
});

test('a closing server announces the end with the answer to a running request', async () => {
  const { get, release, server } = await start();
  const running = get('/held');
  await once(server, 'request');

  const closed = close();
  release();

  expect(await running).toEqual({ status: 200, connection: 'close' });
  await closed;
});

test.each([[[]], [['Expect: 100-continue']]])(
  'refuses a body over the limit at its announcement (%s)',
  async (headers) => {
    const { send } = await start();

    const answer = await send(post('Content-Length: 1000000000', ...headers));

    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"code":"payload_too_large"');
  },
);

test('refuses a chunked body as soon as it crosses the limit', async () => {
  const { send } = await start();
  const chunk = `${(200_000).toString(16)}\r\n${' '.repeat(200_000)}\r\n`;

  const answer = await send(`${post('Transfer-Encoding: chunked')}${chunk}`);

  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
});

test('lets a client send a body that it announces and that is within the limit', async () => {
  const { send } = await start();

  const answer = await send(`${post('Content-Length: 2', 'Expect: 100-continue', 'Connection: close')}{}`);

  expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
});

test.each([
  ['headers', 'GET / HTTP/1.1\r\n'],
  ['a body', post('Content-Length: 10')],
])('ends a connection that never finishes %s', async (_, bytes) => {
  const { send } = await start({
    headersMilliseconds: 50,
    requestMilliseconds: 100,
    checkEveryMilliseconds: 10,
  });

  expect(await send(bytes)).toMatch(/^HTTP\/1\.1 408 /);
});
