import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Settings } from './settings.ts';

const recordSchema = z.object({ processId: z.int(), ports: z.array(z.int()) });

/** A running development stack, and the ports on which its servers listen. */
export type RunRecord = z.output<typeof recordSchema>;

const fileIn = (dataDirectory: string): string => join(dataDirectory, 'run.json');

const isAlive = (processId: number): boolean => {
  try {
    // Signal 0 only checks whether the process exists.
    return process.kill(processId, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** Returns the stack that runs on this data folder, or `undefined` if none does. */
export const findRun = (dataDirectory: string): RunRecord | undefined => {
  try {
    const record = recordSchema.parse(JSON.parse(readFileSync(fileIn(dataDirectory), 'utf8')));
    // A killed process leaves its record.
    return isAlive(record.processId) ? record : undefined;
  } catch {
    return undefined;
  }
};

/** Records this process in its data folder. Returns the function that removes the record. */
export const recordRun = ({ dataDirectory, ports }: Settings): (() => void) => {
  const record: RunRecord = { processId: process.pid, ports: Object.values(ports) };
  mkdirSync(dataDirectory, { recursive: true });
  writeFileSync(fileIn(dataDirectory), JSON.stringify(record));
  return () => {
    if (findRun(dataDirectory)?.processId === process.pid) rmSync(fileIn(dataDirectory));
  };
};
