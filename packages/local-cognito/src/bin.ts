#!/usr/bin/env node
import { reportToStderr, runCommand } from '@share-my-files/local-server';
import { commandOptions } from './command-options.ts';
import { startLocalCognito } from './start-local-cognito.ts';

await runCommand({
  name: 'local-cognito',
  options: commandOptions,
  start: async ({ port, data, clock, 'tls-port': tlsPort, 'pool-config': poolConfig }) => {
    const cognito = await startLocalCognito({
      port,
      dataDirectory: data,
      reportError: reportToStderr,
      onUnsupported: reportToStderr,
      ...(tlsPort !== undefined && { tlsPort }),
      ...(poolConfig !== undefined && { poolConfig }),
      ...(clock !== undefined && { clock }),
    });
    const { userPoolId, endpoint, tlsEndpoint, mailboxUrl, close } = cognito;
    const addresses = [endpoint, tlsEndpoint].filter((address) => address !== undefined).join(' and ');
    return {
      announcement: `Cognito user pool ${userPoolId} at ${addresses}, mailbox at ${mailboxUrl}`,
      close,
    };
  },
});
