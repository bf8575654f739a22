import { once } from 'node:events';
import { createServer, get } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { closeServer } from './close-server.ts';
import { listenOnLoopback } from './listen-on-loopback.ts';
import { StartError } from './start-error.ts';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => closeServer(server))));

const create = () => {
  const server = createServer();
  servers.push(server);
  return server;
};

describe('listening', () => {
  test('happens on 127.0.0.1 only', async () => {
    const server = create();

    const port = await listenOnLoopback(server, 0);

    expect(server.address()).toEqual({ address: '127.0.0.1', family: 'IPv4', port });
  });

  test('fails with a StartError if the port is in use', async () => {
    const port = await listenOnLoopback(create(), 0);

    await expect(listenOnLoopback(create(), port)).rejects.toThrow(
      new StartError(`Port ${port} is in use by another process.`),
    );
  });
});

describe('closing', () => {
  test('lets a response in progress end within the grace period', async () => {
    const server = create();
    const port = await listenOnLoopback(server, 0);
    const request = get({ port, host: '127.0.0.1', agent: false });
    const [, response] = await once(server, 'request');

    const closed = closeServer(server, 60_000);
    response.end('body');

    const [received] = await once(request, 'response');
    expect(received.statusCode).toBe(200);
    received.resume();
    await closed;
    expect(server.listening).toBe(false);
  });

  test('ends open connections after the grace period', async () => {
    const server = create();
    const socket = connect(await listenOnLoopback(server, 0), '127.0.0.1');
    const ended = once(socket, 'close');
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await once(server, 'request');

    await closeServer(server);

    await ended;
  });

  test('resolves for a server that never listened', async () => {
    await expect(closeServer(create())).resolves.toBeUndefined();
  });
});
