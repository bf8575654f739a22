import { availableParallelism, cpus, release, totalmem, type } from 'node:os';

/** What the numbers were measured on, in one line. */
export const describeMachine = (): string => {
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return `${availableParallelism()} cores of ${processor}, ${memory}, ${type()} ${release()}, Node ${process.versions.node}`;
};
