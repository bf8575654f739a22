import type { Server } from 'node:http';
import { StartError } from './start-error.ts';

// Clients reuse idle connections. Node's default of 5 s closes some at the moment of reuse on a busy machine.
const keepAliveMilliseconds = 65_000;

const toStartError = (error: NodeJS.ErrnoException, port: number): Error =>
  error.code === 'EADDRINUSE'
    ? new StartError(`Port ${port} is in use by another process.`, { cause: error })
    : error;

/** Listens on 127.0.0.1 and resolves with the port; 0 takes a free one. Throws `StartError` if the port is in use. */
export const listenOnLoopback = async (server: Server, port: number): Promise<number> => {
  server.keepAliveTimeout = keepAliveMilliseconds;
  await new Promise<void>((resolve, reject) => {
    const fail = (error: Error) => reject(toStartError(error, port));
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', fail);
      resolve();
    });
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no TCP port.');
  return address.port;
};
