import { parseArgs } from 'node:util';
import type { CommandOption, CommandOptions, OptionValues } from './command-options.ts';
import { StartError } from './start-error.ts';
import { usageOf } from './usage-of.ts';

const parseFlags = (options: CommandOptions, args: readonly string[]) => {
  const flags = Object.keys(options).map((flag) => [flag, { type: 'string' }] as const);
  try {
    return parseArgs({ args: [...args], options: Object.fromEntries(flags) }).values;
  } catch (cause) {
    throw new StartError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
};

const parseValue = (flag: string, option: CommandOption, text = option.default): unknown => {
  if (text === undefined) {
    if (option.isOptional) return undefined;
    throw new StartError(`--${flag} is missing.`);
  }
  try {
    return option.parse ? option.parse(text) : text;
  } catch (cause) {
    if (cause instanceof StartError) throw new StartError(`--${flag} ${cause.message}.`, { cause });
    throw cause;
  }
};

/** Parses command-line arguments by the table. Throws a `StartError` with the usage for any other arguments. */
export const parseOptions = <Options extends CommandOptions>(
  command: string,
  options: Options,
  args: readonly string[],
): OptionValues<Options> => {
  try {
    const texts = parseFlags(options, args);
    const values = Object.entries(options).map(([flag, option]) => [
      flag,
      parseValue(flag, option, texts[flag]),
    ]);
    // Object.fromEntries forgets which flag has which type.
    return Object.fromEntries(values) as OptionValues<Options>;
  } catch (cause) {
    if (!(cause instanceof StartError)) throw cause;
    throw new StartError(`${cause.message}\n${usageOf(command, options)}`, { cause });
  }
};
