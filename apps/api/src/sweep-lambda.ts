import type { Context } from 'aws-lambda';
import { readConfig } from './config.ts';
import { createLogger } from './http/logger.ts';
import { openDependencies } from './open-dependencies.ts';
import { createServices } from './services.ts';

const config = readConfig();
const dependencies = await openDependencies(config, createLogger(config.logLevel));
const services = createServices(dependencies);

// What is under way when time runs out still finishes.
const reservedMilliseconds = 10_000;

/** Sweeps once per scheduled event, until Lambda is about to end the run; the next event continues. */
export const handler = (
  _event: unknown,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<void> => {
  const milliseconds = context.getRemainingTimeInMillis() - reservedMilliseconds;
  return services.sweep(AbortSignal.timeout(Math.max(milliseconds, 0)));
};
