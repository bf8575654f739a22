import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';

/** Describes the machine in one line; a load above the number of cores distorts the results. */
export const describeMachine = (): string => {
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const load = (loadavg()[0] ?? 0).toFixed(1);
  return `${availableParallelism()} cores of ${processor}, ${memory}, ${type()} ${release()}, Node ${process.versions.node}, load ${load}`;
};
