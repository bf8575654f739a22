import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A TCP proxy between connection pool and server that can stop forwarding, temporarily or permanently. */
export const startRouter = async (target: URL) => {
  const sockets: Socket[] = [];
  const server = createServer((inside) => {
    const outside = connect(Number(target.port), target.hostname);
    inside.pipe(outside);
    outside.pipe(inside);
    for (const socket of [inside, outside]) socket.on('error', () => socket.destroy());
    sockets.push(inside, outside);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = new URL(target);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    connectionCount: () => sockets.length / 2,
    stall: () => {
      for (const socket of sockets) socket.pause();
    },
    resume: () => {
      for (const socket of sockets) socket.resume();
    },
    /** Breaks the open connections without closing them. */
    forget: () => {
      for (const socket of sockets) {
        socket.unpipe();
        socket.pause();
      }
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

export type Router = Awaited<ReturnType<typeof startRouter>>;
