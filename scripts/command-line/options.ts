import { parseArgs } from 'node:util';

/** An option of a script: `parseArgs` reads it, and `--help` shows it. */
export type Option = {
  type: 'boolean' | 'string';
  description: string;
  /** Stands for the value in the usage, such as `PORT`. */
  placeholder?: string;
  default?: string | boolean;
  /** The value of the option when it is given without one. */
  bareValue?: string;
};

/** The options of a script by their names. */
export type Options = Readonly<Record<string, Option>>;

/** Gives bare options their value: `parseArgs` knows no optional values. */
const fillBareValues = (options: Options, args: readonly string[]): string[] =>
  args.map((arg, index) => {
    const bareValue = options[arg.replace(/^--/, '')]?.bareValue;
    const isBare = args[index + 1]?.startsWith('--') ?? true;
    return bareValue !== undefined && isBare ? `${arg}=${bareValue}` : arg;
  });

/** Parses arguments by the table. Throws an error of `parseArgs` for arguments that are not in it. */
export const parseOptions = <Table extends Options>(options: Table, args: readonly string[]) =>
  parseArgs({ args: fillBareValues(options, args), options }).values;
