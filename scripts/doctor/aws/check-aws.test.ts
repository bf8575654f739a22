import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DSQLClient } from '@aws-sdk/client-dsql';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEnvironment } from '../../../infra/config.ts';
import { checkConcurrency } from './check-concurrency.ts';
import { checkDatabaseRegion } from './check-database-region.ts';
import { checkMail } from './check-mail.ts';

/** What the endpoint responds with, by the path of the request. */
let responses: Record<string, { status?: number; headers?: Record<string, string>; body: unknown }>;

const server = createServer((request, response) => {
  const path = new URL(request.url ?? '', 'http://aws').pathname;
  const { status = 200, headers = {}, body } = responses[path] ?? { status: 403, body: {} };
  response.writeHead(status, headers).end(JSON.stringify(body));
});
const client = {
  region: 'eu-west-1',
  credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
  maxAttempts: 1,
  endpoint: '',
};

beforeAll(async () => {
  await once(server.listen(0), 'listening');
  client.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

describe('the quota of Lambda', () => {
  const { api } = readEnvironment('demo');

  test.each([
    ['nothing reserved in a new account', 10, {}, 'warning'],
    ['a provisioned instance in a new account', 10, { provisionedConcurrency: 1 }, 'error'],
    ['a reserved instance in a new account', 10, { reservedConcurrency: 1 }, 'error'],
    ['up to 900 reserved of 1,000', 1000, { reservedConcurrency: 900, provisionedConcurrency: 2 }, 'ok'],
    ['901 reserved of 1,000', 1000, { reservedConcurrency: 901 }, 'error'],
  ])('with %s', async (_, ConcurrentExecutions, settings, state) => {
    responses = { '/2016-08-19/account-settings': { body: { AccountLimit: { ConcurrentExecutions } } } };
    const finding = await checkConcurrency(new LambdaClient(client), { ...api, ...settings });

    expect(finding).toMatchObject({ state, detail: expect.stringContaining(String(ConcurrentExecutions)) });
  });

  test('is not known without a permission, which is no reason to stop', async () => {
    responses = {};
    const finding = await checkConcurrency(new LambdaClient(client), api);

    expect(finding).toMatchObject({ state: 'warning', fix: expect.stringContaining('GetAccountSettings') });
  });
});

describe('Aurora DSQL', () => {
  test('is available where it responds', async () => {
    responses = { '/cluster': { body: { clusters: [] } } };

    expect(await checkDatabaseRegion(new DSQLClient(client))).toMatchObject({ state: 'ok' });
  });

  test('is not available where its endpoint has no address', async () => {
    const dsql = new DSQLClient({ ...client, endpoint: 'http://dsql.mars-1.invalid' });

    expect(await checkDatabaseRegion(dsql)).toMatchObject({
      state: 'error',
      detail: 'is not available in eu-west-1',
    });
  });
});

describe('the sender of mails', () => {
  const mail = { from: 'Files <no-reply@files.dev>', identity: 'domain' } as const;
  const account = (ProductionAccessEnabled: boolean) => ({
    body: { ProductionAccessEnabled, SendingEnabled: true },
  });
  const identity = (VerifiedForSendingStatus: boolean) => ({ body: { VerifiedForSendingStatus } });

  const statesWith = async (production: boolean, identityIsVerified: boolean, verified: boolean) => {
    responses = {
      '/v2/email/account': account(production),
      '/v2/email/identities/files.dev': identity(identityIsVerified),
    };
    return (await checkMail(new SESv2Client(client), { ...mail, verified })).map(({ state }) => state);
  };

  test('is an error if the configuration claims more than SES has granted', async () => {
    expect(await statesWith(true, true, true)).toEqual(['ok', 'ok']);
    expect(await statesWith(false, true, true)).toEqual(['ok', 'error']);
    expect(await statesWith(true, false, true)).toEqual(['error', 'ok']);
  });

  test('is a warning while the configuration waits for SES', async () => {
    expect(await statesWith(false, false, false)).toEqual(['warning', 'warning']);
  });

  test('is not verified before the first deployment has created it', async () => {
    responses = {
      '/v2/email/account': account(true),
      '/v2/email/identities/files.dev': {
        status: 404,
        headers: { 'x-amzn-errortype': 'NotFoundException' },
        body: {},
      },
    };

    expect(await checkMail(new SESv2Client(client), { ...mail, verified: false })).toMatchObject([
      { detail: 'files.dev is not verified' },
      {},
    ]);
  });
});
