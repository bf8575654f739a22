import { expect, test } from 'vitest';
import { localEnvironment } from './environment.ts';

test('passes on where programs and folders are, and nothing else of the shell', () => {
  const shell = {
    PATH: '/bin',
    HOME: '/home/ana',
    NODE_ENV: 'production',
    NODE_OPTIONS: '--inspect',
    DATABASE_URL: 'postgres://work',
    AWS_PROFILE: 'work',
    AWS_SESSION_TOKEN: 'work',
    AWS_CONFIG_FILE: '/home/ana/work',
  };

  expect(localEnvironment(shell)).toEqual({
    PATH: '/bin',
    HOME: '/home/ana',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  });
});
