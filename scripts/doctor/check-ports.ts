import { describeListener, isPortInUse } from '../dev/ports.ts';
import { error, type Finding, ok } from './finding.ts';

/** Checks that the ports of `pnpm dev` are free. */
export const checkPorts = (ports: Record<string, number>): Promise<Finding[]> =>
  Promise.all(
    Object.entries(ports).map(async ([name, port]) =>
      (await isPortInUse(port))
        ? error(
            `port ${port}`,
            `is used by ${describeListener(port)}`,
            `Stop that process, or choose another port: pnpm dev --${name}-port ${port + 1}`,
          )
        : ok(`port ${port}`, `free for ${name}`),
    ),
  );
