import { readConfig } from './config.ts';
import { createLogger } from './http/logger.ts';
import { openDependencies } from './open-dependencies.ts';
import { createServices } from './services.ts';

const config = readConfig();
const dependencies = await openDependencies(config, createLogger(config.logLevel));
const services = createServices(dependencies);

/** Sweeps once per scheduled event; the next event retries failures. */
export const handler = (): Promise<void> => services.sweep();
