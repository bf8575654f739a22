import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import express from 'express';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { logRequests } from './log-requests.ts';
import { setRequestId } from './request-id.ts';

test('a request whose client leaves before the response is logged once', async () => {
  const lines: { status: number; requestId: string }[] = [];
  const logged = Promise.withResolvers<void>();
  const logger = pino({}, { write: (line) => logged.resolve(void lines.push(JSON.parse(line))) });
  const arrived = Promise.withResolvers<express.Response>();
  const app = express().use(setRequestId, logRequests(logger));
  app.get('/', (_request, response) => arrived.resolve(response));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.write('GET / HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: from-the-client\r\n\r\n');
  const response = await arrived.promise;
  client.destroy();
  await logged.promise;
  response.json({});
  server.close();
  await once(server, 'close');

  expect(lines).toEqual([expect.objectContaining({ requestId: 'from-the-client', route: '/' })]);
});
