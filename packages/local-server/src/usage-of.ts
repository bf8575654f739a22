import type { CommandOption, CommandOptions } from './command-options.ts';

const presenceOf = (option: CommandOption): string => {
  if (option.default !== undefined) return ` [default: ${option.default}]`;
  return option.isOptional ? '' : ' [required]';
};

/** The usage text of a command: one line per option. */
export const usageOf = (command: string, options: CommandOptions): string => {
  const rows = Object.entries(options).map(([flag, option]) => ({
    syntax: `--${flag} ${option.placeholder}`,
    text: `${option.description}${presenceOf(option)}`,
  }));
  const width = Math.max(...rows.map(({ syntax }) => syntax.length));
  const lines = rows.map(({ syntax, text }) => `  ${syntax.padEnd(width)}  ${text}`);
  return [`Usage: ${command} [options]`, '', ...lines].join('\n');
};
