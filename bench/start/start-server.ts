import { setTimeout as delay } from 'node:timers/promises';
import type { ChildServer } from '../servers/child-server.ts';
import { readUsage } from './process-usage.ts';

/** One start of a program, until its first answer; the memory is that of the idle program. */
export type Start = { milliseconds: number; cpuMilliseconds: number; residentMegabytes: number };

/** Starts a server, asks for a path until it is healthy, and lets it rest for two seconds. */
export const measureStart = async (start: () => Promise<ChildServer>, path: string): Promise<Start> => {
  const startedAt = performance.now();
  const server = await start();
  try {
    const { status } = await fetch(server.endpoint + path);
    const milliseconds = performance.now() - startedAt;
    if (status !== 200) throw new Error(`${path}: ${status}`);
    const { cpuMilliseconds } = readUsage(server.processId);
    await delay(2_000);
    return { ...readUsage(server.processId), milliseconds, cpuMilliseconds };
  } finally {
    await server.stop();
  }
};
