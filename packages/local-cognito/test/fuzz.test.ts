import { DatabaseSync } from 'node:sqlite';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { migrate } from '@share-my-files/local-server';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createUserPool } from '../src/composition/user-pool.ts';
import { createActions } from '../src/composition/user-pool-actions.ts';
import { createCallers } from '../src/http/callers.ts';
import { userPoolConfigSchema } from '../src/settings/pool-settings.ts';
import { readPoolMigrations } from '../src/store/migrations.ts';
import { callRaw } from './support/call.ts';
import { ann } from './support/people.ts';
import { startTestPool, type TestPool } from './support/start-test-pool.ts';

const fieldNames = [
  'AccessToken',
  'AttributeName',
  'AttributesToGet',
  'AuthFlow',
  'AuthParameters',
  'ChallengeName',
  'ChallengeResponses',
  'Code',
  'ConfirmationCode',
  'Credential',
  'DeviceKey',
  'DeviceSecretVerifierConfig',
  'EmailMfaSettings',
  'Filter',
  'GroupName',
  'Limit',
  'MessageAction',
  'NextToken',
  'PaginationToken',
  'Password',
  'Precedence',
  'PreviousPassword',
  'ProposedPassword',
  'RefreshToken',
  'Session',
  'TemporaryPassword',
  'Token',
  'UserAttributeNames',
  'UserAttributes',
  'UserCode',
  'Username',
];

const innerNames = [
  'USERNAME',
  'SRP_A',
  'REFRESH_TOKEN',
  'PASSWORD_CLAIM_SECRET_BLOCK',
  'PASSWORD_CLAIM_SIGNATURE',
  'TIMESTAMP',
  'DEVICE_KEY',
  'Name',
  'PasswordVerifier',
  'Salt',
  'Value',
  '__proto__',
];

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    ann.email,
    ann.password,
    '',
    'ab',
    '0',
    'USER_SRP_AUTH',
    'PASSWORD_VERIFIER',
    'USER_AUTH',
    'email',
    'email_verified',
    'name = "Ann"',
    'a.b.c',
    '\ud800',
  ),
  fc.string({ minLength: 3000, maxLength: 3100 }),
);

const inner = fc.dictionary(fc.constantFrom(...innerNames), fc.oneof(text, fc.jsonValue()));

const member = fc.oneof(text, inner, fc.array(inner), fc.jsonValue());

/** Fields with which a request of some action passes its first checks. */
type Valid = { ClientId: string; UserPoolId: string; AccessToken: string };

const bodiesFor = (valid: Valid) =>
  fc.oneof(
    fc
      .dictionary(fc.constantFrom(...fieldNames), member)
      .map((fields) => JSON.stringify({ ...valid, ...fields })),
    fc.json(),
    fc.string(),
    fc.uint8Array().map((bytes) => Buffer.from(bytes)),
  );

const readActionNames = async (): Promise<string[]> => {
  const database = new DatabaseSync(':memory:');
  migrate(database, readPoolMigrations());
  const pool = await createUserPool(database, userPoolConfigSchema.parse({}), Date.now, createCallers());
  return [...createActions(pool).keys(), '__proto__', 'constructor'];
};

/** Creates a user for each action, which may delete the user, with the fields that such a user sends. */
const startForActions = async () => {
  const pool = await startTestPool({ deviceConfiguration: {} });
  const validFor = async (action: string): Promise<Valid> => {
    const { sub } = await pool.createConfirmedUser({ ...ann, email: `${action}@example.com` });
    const { accessToken } = await pool.issueTokens({ sub });
    return { ClientId: pool.userPoolClientId, UserPoolId: pool.userPoolId, AccessToken: accessToken };
  };
  return { pool, validFor };
};

const actionNames = await readActionNames();

// Without a signature, administrators' actions would reject before they parse anything.
const sendSigned = (pool: TestPool, action: string, body: NonNullable<RequestInit['body']>) =>
  callRaw(pool, action, body, { authorization: 'AWS4-HMAC-SHA256 Credential=local' });

const heapUsed = (): number => {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
};

describe('malformed requests', () => {
  test('to any action get a Cognito response below 500', async () => {
    const { pool, validFor } = await startForActions();

    for (const action of actionNames) {
      const isAnswered = fc.asyncProperty(bodiesFor(await validFor(action)), async (body) => {
        const reply = await sendSigned(pool, action, body);
        if (reply.status === 200) return;
        expect(reply.status, action).toBe(400);
        expect(reply.body).toEqual({
          __type: expect.stringMatching(/^[A-Z]\w+Exception$/),
          message: expect.any(String),
        });
        expect(reply.headers.get('x-amzn-errortype')).toBe(`${String(reply.body.__type)}:`);
      });
      await fc.assert(isAnswered, { numRuns: 50 });
    }
  });

  test('leak no memory', async () => {
    const { pool, validFor } = await startForActions();
    const cases: [string, string | Buffer][] = [];
    for (const action of actionNames) {
      const bodies = fc.sample(bodiesFor(await validFor(action)), 10);
      cases.push(...bodies.map((body): [string, string | Buffer] => [action, body]));
    }
    const sendAll = async () => {
      for (const [action, body] of cases) await sendSigned(pool, action, body);
    };
    await sendAll();
    const before = heapUsed();

    for (let round = 0; round < 5; round += 1) await sendAll();

    expect(heapUsed() / before).toBeLessThan(1.1);
  });

  test('take time linear in their length', async () => {
    const pool = await startTestPool();
    const long = 'a'.repeat(120_000);
    const bodies = [
      { Password: `${long} ` },
      { ConfirmationCode: `${long} ` },
      { Username: `${long}@` },
      { UserAttributes: Array.from({ length: 5000 }, () => ({ Name: '' })) },
      { UserAttributes: [{ Name: 'email', Value: `${'a.'.repeat(1000)}@` }] },
    ];

    for (const body of bodies) {
      const request = {
        ClientId: pool.userPoolClientId,
        Username: ann.email,
        Password: ann.password,
        ...body,
      };
      expect(await callRaw(pool, 'SignUp', JSON.stringify(request))).toMatchObject({
        status: expect.any(Number),
      });
    }
  });

  test('get SerializationException if they are no JSON, too long or of wrong types', async () => {
    const pool = await startTestPool();
    const bodies = [
      '',
      '{',
      Buffer.of(0xff),
      JSON.stringify({ Username: 'a'.repeat(200_000) }),
      '[]',
      'null',
      JSON.stringify({ ClientId: 1, Username: [] }),
    ];

    for (const body of bodies) {
      const reply = await callRaw(pool, 'ForgotPassword', body);
      expect(reply, String(body).slice(0, 40)).toMatchObject({
        status: 400,
        body: { __type: 'SerializationException' },
      });
    }
  });
});
