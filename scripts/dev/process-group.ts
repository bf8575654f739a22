import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { localEnvironment } from './environment.ts';

/** One server of the development stack. */
export type Service = {
  name: string;
  command: string;
  args: string[];
  cwd: string;
  env: Record<string, string>;
  /** Matches the line that reports a failure, for a server whose process survives it. */
  failure?: RegExp;
  /** The port of a server that has to listen first. */
  startsAfterPort?: number;
};

const print = (name: string, source: Readable, target: Writable, onLine: (line: string) => void): void => {
  const prefix = `${name.padEnd(8)}| `;
  createInterface({ input: source }).on('line', (line) => {
    target.write(`${prefix}${line}\n`);
    onLine(line);
  });
};

const hasExited = (child: ChildProcess): boolean =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

const exitOf = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (hasExited(child)) resolve();
    else child.once('exit', () => resolve());
  });

type Observers = {
  onUnexpectedExit: (name: string) => void;
  /** The process still runs and waits for its source to change. */
  onFailure: (name: string) => void;
};

/** Starts and stops servers together, and reports each that exits by itself. */
export const createProcessGroup = ({ onUnexpectedExit, onFailure }: Observers) => {
  const children: ChildProcess[] = [];
  let isStopping = false;

  const start = (service: Service): void => {
    if (isStopping) return;
    // In its own process group, so that Ctrl-C reaches only this supervisor, which then stops the servers.
    const child = spawn(service.command, service.args, {
      cwd: service.cwd,
      env: { ...localEnvironment(), ...service.env },
      // Standard input stays empty; its end signals the end of this process.
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    });
    const watchForFailure = (line: string): void => {
      if (service.failure?.test(line) && !isStopping) onFailure(service.name);
    };
    print(service.name, child.stdout, process.stdout, watchForFailure);
    print(service.name, child.stderr, process.stderr, watchForFailure);
    const reportExit = (): void => {
      if (!isStopping) onUnexpectedExit(service.name);
    };
    child.once('exit', reportExit);
    child.once('error', (error) => {
      process.stderr.write(`${service.name}: ${error.message}\n`);
      reportExit();
    });
    children.push(child);
  };

  const signal = (name: NodeJS.Signals): void => {
    for (const child of children) {
      if (child.pid === undefined) continue;
      try {
        process.kill(-child.pid, name);
      } catch {
        // The whole group has exited.
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
