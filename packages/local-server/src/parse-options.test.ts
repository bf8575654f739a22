import { describe, expect, test } from 'vitest';
import { parseOptions } from './parse-options.ts';
import { parsePort } from './parse-port.ts';
import { StartError } from './start-error.ts';

const options = {
  port: { placeholder: 'PORT', description: 'Port', default: '9000', parse: parsePort },
  data: { placeholder: 'DIRECTORY', description: 'Folder' },
  key: { placeholder: 'KEY', description: 'Key', isOptional: true },
} as const;

const parse = (...args: string[]) => parseOptions('local-thing', options, args);

describe('command-line options', () => {
  test('have the value of the command line, the default or undefined', () => {
    const values: { port: number; data: string; key: string | undefined } = parse('--data', 'folder');

    expect(values).toEqual({ port: 9000, data: 'folder', key: undefined });
    expect(parse('--data=folder', '--port=0', '--key=secret')).toEqual({
      port: 0,
      data: 'folder',
      key: 'secret',
    });
  });

  test.each([
    [['--port', '1'], '--data is missing.'],
    [['--data', 'folder', '--port', 'http'], '--port must be a number from 0 to 65535, not "http".'],
    [['--data', 'folder', '--port', '65536'], '--port must be a number from 0 to 65535, not "65536".'],
    [['--data', 'folder', '--port', ''], '--port must be a number from 0 to 65535, not "".'],
    [['--data', 'folder', '--prot', '1'], "Unknown option '--prot'"],
    [['--data', 'folder', 'argument'], "Unexpected argument 'argument'"],
    [['--data'], "Option '--data <value>' argument missing"],
  ])('refuse %j with the reason and the usage', (args, reason) => {
    expect(() => parse(...args)).toThrow(StartError);
    expect(() => parse(...args)).toThrow(reason);
    expect(() => parse(...args)).toThrow('Usage: local-thing [options]');
  });

  test('do not hide a defect of a parse function', () => {
    const parseText = () => {
      throw new TypeError('defect');
    };

    expect(() =>
      parseOptions('x', { a: { placeholder: 'A', description: 'A', parse: parseText } }, ['--a=1']),
    ).toThrow(new TypeError('defect'));
  });
});
