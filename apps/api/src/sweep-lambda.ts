import { readConfig } from './config.ts';
import { createLogger } from './http/logger.ts';
import { openDependencies } from './open-dependencies.ts';
import { createServices } from './services.ts';

const config = readConfig();
const dependencies = await openDependencies(config, createLogger(config.logLevel));
const services = createServices(dependencies);

/** One sweep for each event of a schedule; what fails is tried again at the next one. */
export const handler = (): Promise<void> => services.sweep();
