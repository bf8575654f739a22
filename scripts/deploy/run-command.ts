import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Runs a program in the repository's root and shows its output. Throws if it cannot start or fails. */
export type RunCommand = (command: string, args: string[]) => Promise<void>;

export const runCommand: RunCommand = async (command, args) => {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`"${command} ${args.join(' ')}" failed.`);
};
