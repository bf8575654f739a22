import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';

const module = new URL('run-command.ts', import.meta.url);
const startError = new URL('start-error.ts', import.meta.url);

/** Runs a command whose `start` is the given source text. */
const spawnCommand = (start: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) => {
  const source = `
    import { runCommand } from '${module}';
    import { StartError } from '${startError}';
    await runCommand({
      name: 'local-thing',
      options: { data: { placeholder: 'DIRECTORY', description: 'Folder', default: '.data' } },
      start: async ({ data }) => { ${start} },
    });
  `;
  return spawn(
    process.execPath,
    ['--input-type=module-typescript', '--eval', source, '--', 'local-thing', ...args],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { NODE_ENV: 'test', ...env },
    },
  );
};

const outcomeOf = async (
  child: ChildProcess & Pick<ReturnType<typeof spawnCommand>, 'stdout' | 'stderr'>,
) => {
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { code, stdout, stderr };
};

const runServer = `
  setInterval(() => {}, 1000);
  return { announcement: 'listening in ' + data, close: async () => console.log('closed') };
`;

describe('a command', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'closes its server at %s and ends with code 0',
    async (signal) => {
      const child = spawnCommand(runServer, ['--data=folder']);
      const outcome = outcomeOf(child);
      await once(child.stdout, 'data');

      child.kill(signal);

      expect(await outcome).toEqual({ code: 0, stdout: 'listening in folder\nclosed\n', stderr: '' });
    },
  );

  test('prints only the message of a StartError', async () => {
    expect(await outcomeOf(spawnCommand(`throw new StartError('The port is in use.')`))).toEqual({
      code: 1,
      stdout: '',
      stderr: 'local-thing: The port is in use.\n',
    });
  });

  test('prints the stack trace of any other error', async () => {
    const { code, stderr } = await outcomeOf(spawnCommand(`throw new TypeError('defect')`));

    expect(code).toBe(1);
    expect(stderr).toMatch(/^local-thing: TypeError: defect\n {4}at /);
  });

  test('prints its usage for --help and for unknown options', async () => {
    expect(await outcomeOf(spawnCommand(runServer, ['--help']))).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Usage: local-thing \[options\]\n/),
    });
    expect(await outcomeOf(spawnCommand(runServer, ['--bogus']))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('\nUsage: local-thing [options]\n'),
    });
  });

  test('refuses to run in production', async () => {
    expect(await outcomeOf(spawnCommand(runServer, [], { NODE_ENV: 'production' }))).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('NODE_ENV=production'),
    });
  });
});
