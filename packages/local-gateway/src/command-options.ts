import { resolve } from 'node:path';
import { parsePort, StartError } from '@share-my-files/local-server';
import type { GatewayType } from './gateway-type.ts';

const parseType = (text: string): GatewayType => {
  if (text === 'http' || text === 'rest') return text;
  throw new StartError(`must be http or rest, not "${text}"`);
};

/** The command line of local-gateway. */
export const commandOptions = {
  issuer: { placeholder: 'URL', description: 'Issuer of the tokens' },
  'client-id': { placeholder: 'ID', description: 'App client of the user pool' },
  'jwks-uri': { placeholder: 'URL', description: 'Public keys of the user pool' },
  handler: { placeholder: 'MODULE', description: 'Module that exports `handler`', parse: resolve },
  routes: { placeholder: 'MODULE', description: 'Module that exports `gatewayRoutes`', parse: resolve },
  type: { placeholder: 'http|rest', description: 'Type of the API', default: 'http', parse: parseType },
  port: {
    placeholder: 'PORT',
    description: 'Port on 127.0.0.1; 0 takes a free one',
    default: '3000',
    parse: parsePort,
  },
} as const;
