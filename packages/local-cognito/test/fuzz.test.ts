import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callRaw } from './support/call.ts';
import { ann } from './support/people.ts';
import { startTestPool } from './support/start-test-pool.ts';

const actions = [
  'ChangePassword',
  'ConfirmForgotPassword',
  'ConfirmSignUp',
  'DeleteUser',
  'ForgotPassword',
  'GetTokensFromRefreshToken',
  'GetUser',
  'GlobalSignOut',
  'InitiateAuth',
  'ResendConfirmationCode',
  'RespondToAuthChallenge',
  'RevokeToken',
  'SignUp',
  '__proto__',
  'constructor',
];

const fieldNames = [
  'AccessToken',
  'AuthFlow',
  'AuthParameters',
  'ChallengeName',
  'ChallengeResponses',
  'ConfirmationCode',
  'Password',
  'PreviousPassword',
  'ProposedPassword',
  'RefreshToken',
  'Token',
  'UserAttributes',
  'Username',
];

const innerNames = [
  'USERNAME',
  'SRP_A',
  'REFRESH_TOKEN',
  'PASSWORD_CLAIM_SECRET_BLOCK',
  'PASSWORD_CLAIM_SIGNATURE',
  'TIMESTAMP',
  'Name',
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
    'a.b.c',
    '\ud800',
  ),
  fc.string({ minLength: 3000, maxLength: 3100 }),
);

const inner = fc.dictionary(fc.constantFrom(...innerNames), fc.oneof(text, fc.jsonValue()));

const member = fc.oneof(text, inner, fc.array(inner), fc.jsonValue());

const requestsFor = (clientId: string) =>
  fc
    .dictionary(fc.constantFrom(...fieldNames), member)
    .map((fields) => JSON.stringify({ ClientId: clientId, ...fields }));

const bodiesFor = (clientId: string) =>
  fc.oneof(
    requestsFor(clientId),
    fc.json(),
    fc.string(),
    fc.uint8Array().map((bytes) => Buffer.from(bytes)),
  );

describe('malformed requests', () => {
  test('get a reply of Cognito form below 500, whatever they hold', async () => {
    const pool = await startTestPool();
    await pool.createConfirmedUser(ann);
    const cases = fc.tuple(fc.constantFrom(...actions), bodiesFor(pool.userPoolClientId));

    await fc.assert(
      fc.asyncProperty(cases, async ([action, body]) => {
        const reply = await callRaw(pool, action, body);
        if (reply.status === 200) return;
        expect(reply.status).toBe(400);
        expect(reply.body).toEqual({
          __type: expect.stringMatching(/^[A-Z]\w+Exception$/),
          message: expect.any(String),
        });
        expect(reply.headers.get('x-amzn-errortype')).toBe(`${String(reply.body.__type)}:`);
      }),
      { numRuns: 1000 },
    );
  });

  test('cost no more than their length, however they are made', async () => {
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

  test('get SerializationException when they are no JSON, too long, or of wrong types', async () => {
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
