import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A server in a child process. */
export type ChildServer = { processId: number; endpoint: string; stop: () => Promise<void> };

/** The address in a sentence, or the port in a line of JSON. */
const portIn = (text: string): string | undefined => /(?:http:\/\/[\w.]+:|"port":)(\d+)/.exec(text)?.[1];

/** Starts a Node program and waits until it prints its address. Throws if it exits before. */
export const startChildServer = async (
  script: string,
  args: string[],
  options: { cwd: string; env?: Record<string, string> },
): Promise<ChildServer> => {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  let output = '';
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output += String(chunk).slice(0, 10_000 - output.length);
      const found = portIn(output);
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`${script} ended: ${output}`)));
  });
  return {
    processId: child.pid ?? 0,
    endpoint: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill('SIGTERM');
      await exit;
    },
  };
};
