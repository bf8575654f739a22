import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';

/** What the numbers were measured on, in one line; a load above the number of cores distorts them. */
export const describeMachine = (): string => {
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const load = (loadavg()[0] ?? 0).toFixed(1);
  return `${availableParallelism()} cores of ${processor}, ${memory}, ${type()} ${release()}, Node ${process.versions.node}, load ${load}`;
};
