import { execFileSync } from 'node:child_process';
import { connect } from 'node:net';

const accepts = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host });
    socket.once('connect', () => socket.destroy() && resolve(true));
    socket.once('error', () => resolve(false));
  });

/** Looks at both loopback addresses: `localhost` may mean either. */
export const isPortInUse = async (port: number): Promise<boolean> =>
  (await accepts(port, '127.0.0.1')) || (await accepts(port, '::1'));

const run = (command: string, args: string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** Names the process that listens there, where this user may know it. */
export const describeListener = (port: number): string => {
  try {
    const [pid = ''] = run('lsof', ['-nP', '-t', `-iTCP:${port}`, '-sTCP:LISTEN']).split('\n');
    return `process ${pid}: ${run('ps', ['-o', 'args=', '-p', pid]).trim()}`;
  } catch {
    // lsof is missing or may not look at that process.
    return 'another program';
  }
};

/** Throws one message that names every port that is taken, and by whom where that can be known. */
export const assertPortsAreFree = async (ports: Record<string, number>): Promise<void> => {
  const checks = await Promise.all(
    Object.entries(ports).map(async ([name, port]) => ({ name, port, inUse: await isPortInUse(port) })),
  );
  const busy = checks.filter((check) => check.inUse);
  if (busy.length === 0) return;
  const lines = busy.map(
    ({ name, port }) =>
      `  port ${port} is used by ${describeListener(port)}; choose another with --${name}-port`,
  );
  throw new Error(`Some ports are busy:\n${lines.join('\n')}`);
};
