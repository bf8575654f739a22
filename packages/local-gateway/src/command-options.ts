import { resolve } from 'node:path';
import { parsePort, StartError } from '@share-my-files/local-server';
import type { GatewayType } from './gateway-type.ts';
import type { ModuleExport } from './load-export.ts';

const parseType = (text: string): GatewayType => {
  if (text === 'http' || text === 'rest') return text;
  throw new StartError(`must be http or rest, not "${text}"`);
};

const parseModuleExport =
  (defaultName: string) =>
  (text: string): ModuleExport => {
    const [file = '', name = defaultName] = text.split('#');
    return { file: resolve(file), name };
  };

/** The command line of local-gateway. */
export const commandOptions = {
  issuer: { placeholder: 'URL', description: 'Issuer of the tokens' },
  'client-id': { placeholder: 'ID', description: 'App client of the user pool' },
  'jwks-uri': { placeholder: 'URL', description: 'Public keys of the user pool' },
  handler: {
    placeholder: 'FILE[#EXPORT]',
    description: 'Lambda handler; exported as `handler` unless named',
    parse: parseModuleExport('handler'),
  },
  routes: {
    placeholder: 'FILE[#EXPORT]',
    description: 'Routes of the API; exported as `routes` unless named',
    parse: parseModuleExport('routes'),
  },
  type: { placeholder: 'http|rest', description: 'Type of the API', default: 'http', parse: parseType },
  port: {
    placeholder: 'PORT',
    description: 'Port on 127.0.0.1; 0 takes a free one',
    default: '3000',
    parse: parsePort,
  },
} as const;
