import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Stoppable = { stop: () => Promise<void> };

/** Runs a measurement in a temporary folder; stops its servers afterwards, the last one first. */
export const withFolder = async (
  measure: (folder: string, stopLater: <Server extends Stoppable>(server: Server) => Server) => Promise<void>,
): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'share-my-files-bench-'));
  const servers: Stoppable[] = [];
  try {
    await measure(folder, (server) => {
      servers.push(server);
      return server;
    });
  } finally {
    for (const { stop } of servers.toReversed()) await stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
