import { describeListener, isPortInUse } from '../dev/ports.ts';
import { error, type Finding, ok } from './finding.ts';

/** Each port that `pnpm dev` listens on has to be free. */
export const checkPorts = (ports: Record<string, number>): Promise<Finding[]> =>
  Promise.all(
    Object.entries(ports).map(async ([name, port]) =>
      (await isPortInUse(port))
        ? error(
            `port ${port}`,
            `is used by ${describeListener(port)}`,
            `End that, or choose another: pnpm dev --${name}-port ${port + 1}`,
          )
        : ok(`port ${port}`, `free for ${name}`),
    ),
  );
