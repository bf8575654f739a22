import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** One server of the development stack. */
export type Service = {
  name: string;
  command: string;
  args: string[];
  cwd: string;
  env: Record<string, string>;
};

const print = (name: string, source: Readable, target: Writable): void => {
  const prefix = `${name.padEnd(8)}| `;
  createInterface({ input: source }).on('line', (line) => target.write(`${prefix}${line}\n`));
};

const hasExited = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

const exitOf = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (hasExited(child)) resolve();
    else child.once('exit', () => resolve());
  });

/** Starts and stops servers together: when one ends, `onUnexpectedExit` is told once. */
export const createProcessGroup = (onUnexpectedExit: (name: string) => void) => {
  const children: ChildProcess[] = [];
  let isStopping = false;

  const start = (service: Service): void => {
    // A group of its own, so that Ctrl-C reaches only this supervisor, which then stops all in order.
    const child = spawn(service.command, service.args, {
      cwd: service.cwd,
      env: { ...process.env, ...service.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    print(service.name, child.stdout, process.stdout);
    print(service.name, child.stderr, process.stderr);
    child.once('error', (error) => process.stderr.write(`${service.name}: ${error.message}\n`));
    child.once('exit', () => {
      if (!isStopping) onUnexpectedExit(service.name);
    });
    children.push(child);
  };

  const signal = (name: NodeJS.Signals): void => {
    for (const child of children) {
      if (child.pid === undefined) continue;
      try {
        process.kill(-child.pid, name);
      } catch {
        // The whole group has ended already.
      }
    }
  };

  const stop = async (): Promise<void> => {
    isStopping = true;
    signal('SIGTERM');
    const deadline = setTimeout(() => signal('SIGKILL'), 10_000);
    await Promise.all(children.map(exitOf));
    clearTimeout(deadline);
  };

  return { start, stop };
};
