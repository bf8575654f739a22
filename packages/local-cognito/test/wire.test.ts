import { request } from 'node:http';
import {
  CognitoIdentityProviderClient,
  GetSigningCertificateCommand,
  GetUserCommand,
  InitiateAuthCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { AuthenticationDetails, CognitoUser, CognitoUserPool } from 'amazon-cognito-identity-js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { callRaw } from './support/call.ts';
import { ann } from './support/people.ts';
import { startTestPool, type TestPool } from './support/start-test-pool.ts';

const createSdkClient = (pool: TestPool) => {
  const client = new CognitoIdentityProviderClient({
    region: 'us-east-1',
    endpoint: pool.endpoint,
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    maxAttempts: 1,
  });
  onTestFinished(() => client.destroy());
  return client;
};

describe('the AWS SDK', () => {
  test('reads responses', async () => {
    const pool = await startTestPool();
    const { sub } = await pool.createConfirmedUser(ann);
    const { accessToken } = await pool.issueTokens({ sub });

    const reply = await createSdkClient(pool).send(new GetUserCommand({ AccessToken: accessToken }));

    expect(reply.Username).toBe(sub);
    expect(reply.UserAttributes).toEqual([
      { Name: 'sub', Value: sub },
      { Name: 'email', Value: ann.email },
      { Name: 'email_verified', Value: 'true' },
      { Name: 'name', Value: ann.name },
    ]);
  });

  test('receives the names and messages of Cognito errors', async () => {
    const pool = await startTestPool();
    await pool.createConfirmedUser(ann);
    const client = createSdkClient(pool);
    const ClientId = pool.userPoolClientId;
    const signUp = { Username: ann.email, Password: ann.password };

    await expect(client.send(new SignUpCommand({ ClientId, ...signUp }))).rejects.toMatchObject({
      name: 'UsernameExistsException',
      message: 'User already exists',
      $metadata: { httpStatusCode: 400, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
    await expect(client.send(new SignUpCommand({ ClientId: 'unknown', ...signUp }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'User pool client unknown does not exist.',
    });
    await expect(client.send(new SignUpCommand({ ClientId, ...signUp, Username: '' }))).rejects.toMatchObject(
      {
        name: 'InvalidParameterException',
        message: expect.stringMatching(
          /^\d validation errors? detected: Value at 'username' failed to satisfy constraint: Member must have length greater than or equal to 1/,
        ),
      },
    );
    await expect(
      client.send(new SignUpCommand({ ClientId, ...signUp, Password: 'a' })),
    ).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message:
        "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$",
    });
    await expect(
      client.send(
        new InitiateAuthCommand({
          ClientId,
          AuthFlow: 'USER_PASSWORD_AUTH',
          AuthParameters: { USERNAME: ann.email, PASSWORD: ann.password },
        }),
      ),
    ).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'USER_PASSWORD_AUTH flow not enabled for this client',
    });
    await expect(
      client.send(new GetSigningCertificateCommand({ UserPoolId: pool.userPoolId })),
    ).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: 'This server has no operation GetSigningCertificate.',
    });
    expect(pool.unsupported).toEqual(['local-cognito: This server has no operation GetSigningCertificate.']);
  });
});

test('amazon-cognito-identity-js may send null for what it omits', async () => {
  const pool = await startTestPool();
  await pool.createConfirmedUser(ann);
  const { userPoolId: UserPoolId, userPoolClientId: ClientId, endpoint } = pool;
  const user = new CognitoUser({
    Username: ann.email,
    Pool: new CognitoUserPool({ UserPoolId, ClientId, endpoint }),
  });
  await new Promise((onSuccess, onFailure) => {
    const details = new AuthenticationDetails({ Username: ann.email, Password: ann.password });
    user.authenticateUser(details, { onSuccess, onFailure });
  });

  const reply = await new Promise((resolve, reject) => {
    // The call of its documentation.
    user.setUserMfaPreference(null, { PreferredMfa: false, Enabled: false }, (error, result) =>
      error ? reject(error) : resolve(result),
    );
  });

  expect(reply).toBe('SUCCESS');
});

describe('the HTTP surface', () => {
  const statusFor = (pool: TestPool, host: string, path = '/mailbox/messages') =>
    new Promise<number | undefined>((resolve, reject) => {
      request(pool.endpoint, { path, headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .once('error', reject)
        .end();
    });

  test('sends errors in every place that clients read', async () => {
    const pool = await startTestPool();

    const { status, headers, body } = await callRaw(pool, 'NoSuchAction', '{}', {
      origin: 'http://localhost:5173',
    });

    expect(status).toBe(400);
    const message = 'This server has no operation NoSuchAction.';
    expect(body).toEqual({ __type: 'UnknownOperationException', message });
    expect(pool.unsupported).toEqual([`local-cognito: ${message}`]);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/x-amz-json-1.1',
      'x-amzn-errortype': 'UnknownOperationException:',
      'x-amzn-requestid': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'access-control-allow-origin': 'http://localhost:5173',
    });
  });

  test('lets only pages of this machine call the API', async () => {
    const pool = await startTestPool();
    const preflight = (origin: string) => fetch(pool.endpoint, { method: 'OPTIONS', headers: { origin } });

    const own = await preflight('http://localhost:5173');
    expect(own.status).toBe(204);
    expect(own.headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
    for (const header of ['x-amz-target', 'content-type', 'amz-sdk-invocation-id', 'x-amz-user-agent']) {
      expect(own.headers.get('access-control-allow-headers')).toContain(header);
    }
    for (const origin of ['https://evil.example', 'http://localhost.evil.example', 'null']) {
      expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  test.each(['evil.example', 'localhost.evil.example:80', '127.0.0.1.nip.io', '169.254.1.1'])(
    'rejects requests for the host %s, as DNS rebinding sends them',
    async (host) => {
      const pool = await startTestPool();

      expect(await statusFor(pool, host)).toBe(403);
      expect(await statusFor(pool, host, `/${pool.userPoolId}/.well-known/jwks.json`)).toBe(403);
    },
  );

  test.each(['localhost', '127.0.0.1', '[::1]:9229'])('serves requests for the host %s', async (host) => {
    expect(await statusFor(await startTestPool(), host)).toBe(200);
  });

  test('responds with 404 and 405 for unknown paths and methods', async () => {
    const pool = await startTestPool();

    expect((await fetch(`${pool.endpoint}/nothing`)).status).toBe(404);
    expect((await fetch(pool.endpoint)).status).toBe(405);
  });
});
