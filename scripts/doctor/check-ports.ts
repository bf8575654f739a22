import { pnpm } from '../command-line/pnpm-command.ts';
import { describeListener, isPortInUse } from '../dev/ports.ts';
import type { RunRecord } from '../dev/run-record.ts';
import { error, type Finding, ok } from './finding.ts';

/** Returns the next port that is neither in use nor taken. */
const findNextFreePort = async (port: number, taken: readonly number[]): Promise<number> => {
  const next = port === 65_535 ? 1024 : port + 1;
  return taken.includes(next) || (await isPortInUse(next)) ? findNextFreePort(next, taken) : next;
};

/** Checks that the ports of the development servers are free, or that the stack of this data folder has them. */
export const checkPorts = (ports: Record<string, number>, run: RunRecord | undefined): Promise<Finding[]> => {
  const checkPort = async (name: string, port: number): Promise<Finding> => {
    if (!(await isPortInUse(port))) return ok(`port ${port}`, `free for ${name}`);
    if (run?.ports.includes(port)) return ok(`port ${port}`, `${name} runs here (process ${run.processId})`);
    const free = await findNextFreePort(port, Object.values(ports));
    return error(
      `port ${port}`,
      `is used by ${describeListener(port)}`,
      `Choose another port: ${pnpm} dev --${name}-port ${free}. Or stop that process.`,
    );
  };
  return Promise.all(Object.entries(ports).map(([name, port]) => checkPort(name, port)));
};
