import { statfs } from 'node:fs/promises';
import { release, type } from 'node:os';
import { pnpm } from '../command-line/pnpm-command.ts';
import { error, type Finding, ok, warning } from './finding.ts';
import { nearestFolder } from './nearest-folder.ts';

/** Facts about the machine; a parameter, so that a test can be any machine. */
export type Machine = {
  nodeVersion: string;
  /** Set by pnpm for its scripts: "pnpm/12.21.0 npm/? node/? linux x64". */
  userAgent: string;
  platform: NodeJS.Platform;
  availableMemoryBytes: number;
};

const gibibyte = 1024 ** 3;
const inGibibytes = (bytes: number): string => `${(bytes / gibibyte).toFixed(1)} GiB`;

const checkNode = ({ nodeVersion }: Machine): Finding =>
  Number.parseInt(nodeVersion, 10) >= 24
    ? ok('Node', nodeVersion)
    : error('Node', `${nodeVersion} is too old`, `Start it with "${pnpm} run doctor": pnpm brings Node 24.`);

const checkPnpm = ({ userAgent }: Machine): Finding => {
  const version = /^pnpm\/(\S+)/.exec(userAgent)?.[1];
  if (version?.startsWith('12.')) return ok('pnpm', version);
  return warning('pnpm', version ?? 'not started by pnpm', `Start it with "${pnpm} run doctor".`);
};

const checkSystem = ({ platform }: Machine): Finding =>
  platform === 'win32'
    ? warning('system', 'Windows is not tested', 'Use WSL 2 if something fails.')
    : ok('system', `${type()} ${release()}`);

// PGlite takes about 0.5 GiB, Vite and the other servers another 0.5 GiB.
const checkMemory = ({ platform, availableMemoryBytes }: Machine): Finding => {
  // Node reports idle memory there, and a healthy Mac leaves almost none idle.
  if (platform === 'darwin') return ok('memory', 'not measurable on macOS');
  if (availableMemoryBytes >= 1.5 * gibibyte) {
    return ok('memory', `${inGibibytes(availableMemoryBytes)} available`);
  }
  return warning(
    'memory',
    `only ${inGibibytes(availableMemoryBytes)} available`,
    `Close programs, or use a PostgreSQL server with --database-url: "${pnpm} dev" needs 1.5 GiB.`,
  );
};

const checkDisk = async (dataDirectory: string): Promise<Finding> => {
  const { bavail, bsize } = await statfs(nearestFolder(dataDirectory));
  const free = bavail * bsize;
  if (free >= 2 * gibibyte) return ok('disk', `${inGibibytes(free)} free`);
  const fix = 'Free some space, or use another disk with --data.';
  return (free < gibibyte / 4 ? error : warning)('disk', `only ${inGibibytes(free)} free`, fix);
};

export const checkMachine = async (machine: Machine, dataDirectory: string): Promise<Finding[]> => [
  checkNode(machine),
  checkPnpm(machine),
  checkSystem(machine),
  checkMemory(machine),
  await checkDisk(dataDirectory),
];
