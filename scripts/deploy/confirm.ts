import { createInterface } from 'node:readline/promises';

type Terminal = { input: NodeJS.ReadStream; output: NodeJS.WriteStream };

/** Asks on the terminal and returns whether the reply is "yes". Throws without a terminal. */
export const confirm = async (
  question: string,
  { input, output }: Terminal = { input: process.stdin, output: process.stdout },
): Promise<boolean> => {
  if (!input.isTTY) {
    throw new Error('There is no terminal to ask on. Pass --yes, or --dry-run to change nothing.');
  }
  const terminal = createInterface({ input, output });
  try {
    return (await terminal.question(`${question} Type "yes" to continue: `)).trim() === 'yes';
  } finally {
    terminal.close();
  }
};
