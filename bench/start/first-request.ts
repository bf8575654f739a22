import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type ApiAddresses, apiBundle, apiEnvironment } from '../servers/api.ts';
import type { Start } from './start-server.ts';

const claimsIn = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

/** `GET /api/me` as an HTTP API with a JWT authorizer sends it. */
const createEvent = (token: string): object => {
  const claims = Object.entries(claimsIn(token)).map(([name, value]) => [name, String(value)]);
  const http = { method: 'GET', path: '/api/me', protocol: 'HTTP/1.1', sourceIp: '203.0.113.7' };
  return {
    version: '2.0',
    rawPath: http.path,
    rawQueryString: '',
    headers: { authorization: `Bearer ${token}` },
    requestContext: { http, authorizer: { jwt: { claims: Object.fromEntries(claims) } } },
    isBase64Encoded: false,
  };
};

type FirstRequest = { init: Start; invocation: Start };

/** Loads the bundle of the Lambda function in a process of its own, and has it handle one event. */
export const measureFirstRequest = async (addresses: ApiAddresses, token: string): Promise<FirstRequest> => {
  const script = join(import.meta.dirname, 'lambda-request.js');
  const { stderr } = await promisify(execFile)(
    process.execPath,
    [script, apiBundle, JSON.stringify(createEvent(token))],
    {
      // Lambda migrates with a function of its own.
      env: { ...process.env, ...apiEnvironment(addresses), MIGRATE_ON_START: 'false' },
    },
  );
  return JSON.parse(stderr);
};
