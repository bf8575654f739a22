import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { chromiumArguments } from '../scripts/test/chromium.ts';
import { type Stack, stackFromEnvironment } from './support/stack.ts';

// Short, so that tokens expire many times while the stories run, and are refreshed unnoticed.
const accessTokenValiditySeconds = 20;

const createStack = (): Stack => {
  const directory = mkdtempSync(join(tmpdir(), 'share-my-files-e2e-'));
  const poolConfig = join(directory, 'pool.json');
  writeFileSync(
    poolConfig,
    JSON.stringify({
      clients: [{ accessTokenValiditySeconds, idTokenValiditySeconds: accessTokenValiditySeconds }],
    }),
  );
  // Different from the ports of `pnpm dev`, so that both can run.
  const ports = { webPort: 15173, apiPort: 13000, cognitoPort: 19229, cognitoTlsPort: 19443, s3Port: 19000 };
  return { directory, poolConfig, ...ports };
};

// The workers load this file as well and must use the same stack.
const stack = stackFromEnvironment() ?? createStack();
process.env.SHARE_MY_FILES_STACK = JSON.stringify(stack);

const dev = [
  process.execPath,
  'scripts/dev.ts',
  `--data=${join(stack.directory, 'data')}`,
  `--pool-config=${stack.poolConfig}`,
  `--web-port=${stack.webPort}`,
  `--api-port=${stack.apiPort}`,
  `--cognito-port=${stack.cognitoPort}`,
  `--cognito-tls-port=${stack.cognitoTlsPort}`,
  `--s3-port=${stack.s3Port}`,
  // The stories run on the production build. With a gateway, the development server serves the page.
  ...(process.env.E2E_GATEWAY === undefined ? ['--built'] : ['--gateway', process.env.E2E_GATEWAY]),
];

export default defineConfig({
  testDir: 'stories',
  outputDir: 'test-results',
  forbidOnly: true,
  retries: 0,
  // Stories share only the servers: each creates its own users.
  fullyParallel: true,
  workers: 2,
  // Only ends a hanging test; no test depends on how long something takes.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  globalTeardown: './support/remove-stack.ts',
  use: {
    baseURL: `http://localhost:${stack.webPort}`,
    // For a trace, run `playwright test --trace=on STORY`; recording one takes nearly as long as the story.
    screenshot: 'only-on-failure',
    // No story is about motion, and without a graphics card each frame costs.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      // In the C locale Chromium drops chosen files whose names are not ASCII.
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      ...(process.env.CHROMIUM_PATH === undefined ? {} : { executablePath: process.env.CHROMIUM_PATH }),
      args: chromiumArguments,
    },
  },
  webServer: {
    command: dev.join(' '),
    cwd: resolve(import.meta.dirname, '..'),
    wait: { stdout: /Mailbox/ },
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stderr: 'pipe',
  },
});
