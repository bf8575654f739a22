#!/usr/bin/env node
import { parseCommandLine } from './command-line.ts';
import { isProduction } from './config.ts';
import { startLocalCognito } from './start-local-cognito.ts';

const run = async (): Promise<void> => {
  if (isProduction()) throw new Error('local-cognito is for development and tests; NODE_ENV is production.');
  const cognito = await startLocalCognito(parseCommandLine(process.argv.slice(2)));
  const stop = () => {
    process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM');
    cognito.close().catch(fail);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  // Whoever reads this line may send a signal at once, so it comes last.
  const { userPoolId, endpoint, tlsEndpoint, mailboxUrl } = cognito;
  const addresses = [endpoint, tlsEndpoint].filter((address) => address !== undefined).join(' and ');
  process.stdout.write(`Cognito user pool ${userPoolId} at ${addresses}, mailbox at ${mailboxUrl}\n`);
};

const fail = (error: unknown): void => {
  process.stderr.write(`local-cognito: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
};

run().catch(fail);
