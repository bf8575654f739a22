#!/usr/bin/env node
import { reportToStderr, runCommand } from '@share-my-files/local-server';
import { commandOptions } from './command-options.ts';
import { startLocalS3 } from './server/start-local-s3.ts';

await runCommand({
  name: 'local-s3',
  options: commandOptions,
  start: async ({ port, data, region, ...values }) => {
    const { endpoint, close } = await startLocalS3({
      port,
      dataDirectory: data,
      region,
      credentials: { accessKeyId: values['access-key-id'], secretAccessKey: values['secret-access-key'] },
      sessionKey: values['session-key'],
      onInternalError: reportToStderr,
      onUnsupported: reportToStderr,
    });
    return { announcement: `local-s3 is listening on ${endpoint}`, close };
  },
});
