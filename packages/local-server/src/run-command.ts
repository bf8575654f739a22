import type { CommandOptions, OptionValues } from './command-options.ts';
import { isProduction } from './config.ts';
import { parseOptions } from './parse-options.ts';
import { stackOf } from './report-error.ts';
import { StartError } from './start-error.ts';
import { usageOf } from './usage-of.ts';

/** A local server as a command. */
export type Command<Options extends CommandOptions> = {
  name: string;
  options: Options;
  /** Resolves once the server listens. `announcement` is the line to print then. */
  start: (values: OptionValues<Options>) => Promise<{ announcement: string; close: () => Promise<void> }>;
};

const closeAtSignal = (close: () => Promise<void>): void => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // Exits explicitly: what a server has loaded, such as a Lambda handler, may hold the process open.
    process.once(signal, () => void close().then(() => process.exit()));
  }
};

/**
 * Runs a server until SIGINT or SIGTERM. Prints the usage for `--help`, only the message of a `StartError`, and the
 * stack trace of any other error. Refuses to run in production.
 */
export const runCommand = async <Options extends CommandOptions>({
  name,
  options,
  start,
}: Command<Options>): Promise<void> => {
  const args = process.argv.slice(2);
  if (args.includes('--help')) return void process.stdout.write(`${usageOf(name, options)}\n`);
  try {
    if (isProduction()) {
      throw new StartError('This server is for development and tests; it refuses NODE_ENV=production.');
    }
    const { announcement, close } = await start(parseOptions(name, options, args));
    closeAtSignal(close);
    // A reader of this line may send a signal immediately.
    process.stdout.write(`${announcement}\n`);
  } catch (error) {
    process.stderr.write(`${name}: ${error instanceof StartError ? error.message : stackOf(error)}\n`);
    process.exit(1);
  }
};
