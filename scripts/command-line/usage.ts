import type { Option, Options } from './options.ts';

/** A script as `--help` describes it. */
type Script = { name: string; summary: string; options: Options };

const syntaxOf = (name: string, { placeholder }: Option): string =>
  placeholder === undefined ? `--${name}` : `--${name} ${placeholder}`;

const defaultOf = ({ default: value }: Option): string =>
  typeof value === 'string' ? ` [default: ${value}]` : '';

/** The usage text of a script: one line per option. */
export const usageOf = ({ name, summary, options }: Script): string => {
  const rows = Object.entries(options).map(([optionName, option]) => ({
    syntax: syntaxOf(optionName, option),
    text: `${option.description}${defaultOf(option)}`,
  }));
  const width = Math.max(...rows.map(({ syntax }) => syntax.length));
  const lines = rows.map(({ syntax, text }) => `  ${syntax.padEnd(width)}  ${text}`);
  return [`Usage: ${name} [options]`, '', summary, '', ...lines, ''].join('\n');
};
