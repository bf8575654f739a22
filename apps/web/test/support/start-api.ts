import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const folder = resolve(import.meta.dirname, '../../../api');

const findPort = (line: string): string | undefined =>
  line.includes('"listening"') ? /"port":(\d+)/.exec(line)?.[1] : undefined;

/** Starts the API through its entry file, on a free port, as a process with exactly these settings. */
export const startApi = async (settings: Record<string, string>) => {
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: folder,
    env: { PATH: process.env.PATH, PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const close = async (): Promise<void> => {
    child.kill();
    await exited;
  };

  for await (const line of createInterface({ input: child.stdout })) {
    const port = findPort(line);
    if (port === undefined) continue;
    // Otherwise the process would block on a full pipe.
    child.stdout.resume();
    return { origin: `http://localhost:${port}`, close };
  }
  throw new Error('The API ended before it listened.');
};
