import type { Server } from 'node:http';

/**
 * Stops accepting connections, waits up to `graceMilliseconds` for responses in progress, then ends every connection.
 * Resolves immediately for a server that does not listen.
 */
export const closeServer = async (server: Server, graceMilliseconds = 0): Promise<void> => {
  if (!server.listening) return;
  const grace = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
  await new Promise((resolve) => server.close(resolve));
  clearTimeout(grace);
};
