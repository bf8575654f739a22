import { createInterface } from 'node:readline/promises';

type Terminal = { input: NodeJS.ReadStream; output: NodeJS.WriteStream };

/** Asks on the terminal; only "yes" in full agrees. Throws where nobody is there to answer. */
export const confirm = async (
  question: string,
  { input, output }: Terminal = { input: process.stdin, output: process.stdout },
): Promise<boolean> => {
  if (!input.isTTY) {
    throw new Error('Nobody can be asked here. Pass --yes, or --dry-run to change nothing.');
  }
  const terminal = createInterface({ input, output });
  try {
    return (await terminal.question(`${question} Type "yes" to go on: `)).trim() === 'yes';
  } finally {
    terminal.close();
  }
};
