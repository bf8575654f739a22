import { execFileSync } from 'node:child_process';
import { connect } from 'node:net';

const accepts = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host });
    socket.once('connect', () => socket.destroy() && resolve(true));
    socket.once('error', () => resolve(false));
  });

/** Checks both loopback addresses, because `localhost` can mean either. */
export const isPortInUse = async (port: number): Promise<boolean> =>
  (await accepts(port, '127.0.0.1')) || (await accepts(port, '::1'));

const run = (command: string, args: string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** Describes the process that listens on the port, as far as this user may see it. */
export const describeListener = (port: number): string => {
  try {
    const [pid = ''] = run('lsof', ['-nP', '-t', `-iTCP:${port}`, '-sTCP:LISTEN']).split('\n');
    return `process ${pid}: ${run('ps', ['-o', 'args=', '-p', pid]).trim()}`;
  } catch {
    // lsof is missing, or the process belongs to another user.
    return 'another program';
  }
};

/** Throws one error that names every port in use and its process. */
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
  throw new Error(`Some ports are in use:\n${lines.join('\n')}`);
};
