#!/usr/bin/env node
import { type Config, ConfigError, readConfig } from './config.ts';
import { startLocalS3 } from './server.ts';
import { DataDirectoryInUse } from './store/database.ts';

const explain = (error: unknown, port?: number) => {
  if (error instanceof ConfigError || error instanceof DataDirectoryInUse) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `Port ${port} is in use by another process; choose another one with --port.`;
  }
  throw error;
};

const run = async (config: Config) => {
  const server = await startLocalS3({
    ...config,
    onInternalError: (error) => process.stderr.write(`${error instanceof Error ? error.stack : error}\n`),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.close().then(() => process.exit()));
  }
  // Whoever reads this line may send a signal at once.
  process.stdout.write(`local-s3 is listening on ${server.endpoint}\n`);
};

let config: Config | undefined;
try {
  config = readConfig(process.argv.slice(2));
  await run(config);
} catch (error) {
  process.stderr.write(`${explain(error, config?.port)}\n`);
  process.exitCode = 1;
}
