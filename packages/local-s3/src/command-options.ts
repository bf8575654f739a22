import { parsePort } from '@share-my-files/local-server';

/** The command line of local-s3. */
export const commandOptions = {
  port: {
    placeholder: 'PORT',
    description: 'Port on 127.0.0.1; 0 takes a free one',
    default: '9000',
    parse: parsePort,
  },
  data: { placeholder: 'DIRECTORY', description: 'Folder of buckets and objects', default: '.local-s3' },
  'access-key-id': { placeholder: 'ID', description: 'Accepted access key', default: 'local' },
  'secret-access-key': { placeholder: 'SECRET', description: 'Its secret', default: 'local-secret' },
  region: { placeholder: 'REGION', description: 'Region of the buckets', default: 'us-east-1' },
  'session-key': {
    placeholder: 'KEY',
    description: 'Also accept the session credentials made with this key',
    isOptional: true,
  },
} as const;
