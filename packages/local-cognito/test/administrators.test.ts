import { describe, expect, test } from 'vitest';
import { callRaw } from './support/call.ts';
import { ann } from './support/people.ts';
import { startTestPool } from './support/start-test-pool.ts';

const authorization = 'AWS4-HMAC-SHA256 Credential=local/20300101/us-east-1/cognito-idp/aws4_request';

const start = async () => {
  const pool = await startTestPool();
  await pool.createConfirmedUser(ann);
  const body = JSON.stringify({ UserPoolId: pool.userPoolId, Username: ann.email });
  return { pool, body };
};

describe('actions of administrators', () => {
  test.each([
    'AdminDeleteUser',
    'AdminInitiateAuth',
    'AdminRespondToAuthChallenge',
    'ListUsers',
    'DescribeUserPool',
    'CreateGroup',
  ])('require a signed request: %s', async (action) => {
    const { pool, body } = await start();

    expect(await callRaw(pool, action, body)).toMatchObject({
      status: 400,
      body: { __type: 'MissingAuthenticationTokenException', message: 'Missing Authentication Token' },
    });
  });

  test('reject signed requests of pages, even of this machine', async () => {
    const { pool, body } = await start();

    const fromPage = { authorization, origin: 'http://localhost:5173' };
    expect(await callRaw(pool, 'AdminDeleteUser', body, fromPage)).toMatchObject({ status: 400 });
    expect(await callRaw(pool, 'AdminGetUser', body, { authorization })).toMatchObject({ status: 200 });
  });
});
