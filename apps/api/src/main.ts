import { once } from 'node:events';
import type { Server } from 'node:http';
import { identifyByToken } from '#auth/identify.ts';
import { createApp } from './app.ts';
import { type Config, findUnknownSettings, readConfig } from './config.ts';
import { createHttpServer } from './http/http-server.ts';
import { createLogger } from './http/logger.ts';
import { type Dependencies, openDependencies } from './open-dependencies.ts';
import { runProgram } from './run-program.ts';
import { schedule } from './schedule.ts';
import { createServices, type Services } from './services.ts';

const minute = 60_000;

const listen = async (server: Server, { port, host }: Config): Promise<void> => {
  server.listen(port, host);
  await once(server, 'listening');
};

const startJobs = (dependencies: Dependencies, services: Services, signal: AbortSignal) => {
  const jobs = [
    {
      name: 'refresh signing keys',
      run: dependencies.signingKeys.refresh,
      everyMilliseconds: 60 * minute,
      retryMilliseconds: 500,
    },
    {
      name: 'sweep',
      run: () => services.sweep(signal),
      everyMilliseconds: minute,
      retryMilliseconds: minute,
    },
  ];
  return Promise.all(jobs.map((job) => schedule(job, signal, dependencies.logger)));
};

const main = async (): Promise<void> => {
  const config = readConfig();
  const logger = createLogger(config.logLevel);
  const unknown = findUnknownSettings();
  if (unknown.length > 0) logger.warn({ settings: unknown }, 'the environment contains unknown settings');
  const dependencies = await openDependencies(config, logger);
  const services = createServices(dependencies);
  const identify = identifyByToken(dependencies.verifyAccessToken);
  const { server, close } = createHttpServer(createApp({ ...dependencies, services, identify }));

  await listen(server, config).catch(async (error: unknown) => {
    await dependencies.database.close();
    throw error;
  });

  const ending = new AbortController();
  const jobs = startJobs(dependencies, services, ending.signal);
  const stop = async (): Promise<void> => {
    if (ending.signal.aborted) return;
    ending.abort();
    await close();
    await jobs;
    await dependencies.database.close();
  };
  // Not `once`: a second signal, such as the one that `node --watch` forwards, must not kill the process early.
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, () => void stop());
  logger.info({ address: server.address() }, 'listening');
};

runProgram(main);
