import { confirmSignIn, fetchAuthSession, signIn } from 'aws-amplify/auth';
import { describe, expect, test } from 'vitest';
import { configureAmplify } from './support/amplify.ts';
import { call } from './support/call.ts';
import { messagesTo, newestCode, wrongCodeFor } from './support/mailbox.ts';
import { ann } from './support/people.ts';
import { startTestPool, type TestPool } from './support/start-test-pool.ts';

const username = ann.email;
const authFlowType = 'USER_AUTH';
const wrongPassword = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };
const wrongCode = { name: 'CodeMismatchException', message: 'Invalid code or auth state for the user.' };
const done = { isSignedIn: true, nextStep: { signInStep: 'DONE' } };

const startPoolWithAnn = async (poolConfig = {}) => {
  const pool = await startTestPool(poolConfig);
  await configureAmplify(pool);
  const { sub } = await pool.createConfirmedUser(ann);
  return { pool, sub };
};

const initiate = (pool: TestPool, USERNAME: string, parameters = {}) =>
  call(pool, 'InitiateAuth', {
    ClientId: pool.userPoolClientId,
    AuthFlow: 'USER_AUTH',
    AuthParameters: { USERNAME, ...parameters },
  });

const respond = (
  pool: TestPool,
  ChallengeName: string,
  Session: unknown,
  responses: Record<string, string>,
  USERNAME = username,
) =>
  call(pool, 'RespondToAuthChallenge', {
    ClientId: pool.userPoolClientId,
    ChallengeName,
    ChallengeResponses: { USERNAME, ...responses },
    Session,
  });

const startByEmail = async (pool: TestPool, user = username): Promise<string> => {
  const { body } = await initiate(pool, user, { PREFERRED_CHALLENGE: 'EMAIL_OTP' });
  return String(body.Session);
};

describe('signIn of aws-amplify with USER_AUTH', () => {
  test('offers the factors of the user', async () => {
    await startPoolWithAnn();

    expect(await signIn({ username, options: { authFlowType } })).toMatchObject({
      nextStep: {
        signInStep: 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION',
        availableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP'],
      },
    });
  });

  test.each(['PASSWORD', 'PASSWORD_SRP'] as const)(
    'accepts the chosen %s, also after a wrong one',
    async (factor) => {
      await startPoolWithAnn();
      await signIn({ username, options: { authFlowType } });

      await confirmSignIn({ challengeResponse: factor });
      await expect(confirmSignIn({ challengeResponse: 'Wrong-Horse-1' })).rejects.toMatchObject(
        wrongPassword,
      );
      expect(await confirmSignIn({ challengeResponse: ann.password })).toMatchObject(done);
    },
  );

  test.each(['PASSWORD', 'PASSWORD_SRP'] as const)(
    'accepts the preferred %s immediately',
    async (preferredChallenge) => {
      await startPoolWithAnn();

      const options = { authFlowType, preferredChallenge } as const;
      await expect(signIn({ username, password: 'Wrong-Horse-1', options })).rejects.toMatchObject(
        wrongPassword,
      );
      expect(await signIn({ username, password: ann.password, options })).toMatchObject(done);
    },
  );

  test('sends a code of eight digits and allows a retry after a typo', async () => {
    const { pool, sub } = await startPoolWithAnn();

    expect(
      await signIn({ username, options: { authFlowType, preferredChallenge: 'EMAIL_OTP' } }),
    ).toMatchObject({
      nextStep: {
        signInStep: 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE',
        codeDeliveryDetails: { deliveryMedium: 'EMAIL', destination: 'a***@e***' },
      },
    });
    const code = await newestCode(pool, ann.email);
    expect(code).toMatch(/^\d{8}$/);
    await expect(confirmSignIn({ challengeResponse: wrongCodeFor(code) })).rejects.toMatchObject(wrongCode);
    expect(await confirmSignIn({ challengeResponse: code })).toMatchObject(done);
    expect((await fetchAuthSession()).userSub).toBe(sub);
  });

  test('sends a code to a user who chooses it', async () => {
    const { pool } = await startPoolWithAnn();
    await signIn({ username, options: { authFlowType } });

    await confirmSignIn({ challengeResponse: 'EMAIL_OTP' });

    const code = await newestCode(pool, ann.email);
    expect(await confirmSignIn({ challengeResponse: code })).toMatchObject(done);
  });

  test('requests a preferred password that the request lacks', async () => {
    const { pool } = await startPoolWithAnn();
    const { body } = await initiate(pool, username, { PREFERRED_CHALLENGE: 'PASSWORD' });

    expect(body.ChallengeName).toBe('PASSWORD');
    const answer = { PASSWORD: ann.password };
    expect(await respond(pool, 'PASSWORD', body.Session, answer)).toMatchObject({
      status: 200,
      body: { AuthenticationResult: {} },
    });
  });

  test('offers a choice if the preferred factor is disabled', async () => {
    const { pool } = await startPoolWithAnn({ allowedFirstAuthFactors: ['PASSWORD'] });

    expect(await initiate(pool, username, { PREFERRED_CHALLENGE: 'EMAIL_OTP' })).toMatchObject({
      body: { ChallengeName: 'SELECT_CHALLENGE', AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD'] },
    });
  });
});

describe('an unknown user', () => {
  const nobody = 'nobody@example.com';

  test('gets the choice of existing users, the same each time', async () => {
    const { pool } = await startPoolWithAnn();
    const challengeFor = async (name: string) => {
      const { Session, ...challenge } = (await initiate(pool, name)).body;
      return { ...challenge, sessionLength: String(Session).length };
    };

    expect(await challengeFor(nobody)).toEqual(await challengeFor(username));
  });

  test('gets no mail and no tokens, but the errors and locks of existing users', async () => {
    const { pool } = await startPoolWithAnn();
    const refusalsOf = async (name: string) => {
      const session = await startByEmail(pool, name);
      const refusals = [];
      for (let attempt = 0; attempt < 7; attempt += 1) {
        const reply = await respond(pool, 'EMAIL_OTP', session, { EMAIL_OTP_CODE: 'wrong' }, name);
        refusals.push([reply.status, reply.body]);
      }
      return refusals;
    };

    const refusals = await refusalsOf(nobody);

    expect(refusals).toEqual(await refusalsOf(username));
    expect(refusals.at(-1)).toMatchObject([400, { message: 'Password attempts exceeded' }]);
    expect(await messagesTo(pool, nobody)).toEqual([]);
  });

  test('is reported to a client with LEGACY errors', async () => {
    const { pool } = await startPoolWithAnn({ clients: [{ preventUserExistenceErrors: 'LEGACY' }] });

    expect(await initiate(pool, nobody)).toMatchObject({ body: { __type: 'UserNotFoundException' } });
  });
});

describe('the session of a challenge', () => {
  const invalid = { status: 400, body: { message: 'Invalid session for the user.' } };

  test('works once', async () => {
    const { pool } = await startPoolWithAnn();
    const session = await startByEmail(pool);
    const EMAIL_OTP_CODE = await newestCode(pool, ann.email);

    const replies = await Promise.all([
      respond(pool, 'EMAIL_OTP', session, { EMAIL_OTP_CODE }),
      respond(pool, 'EMAIL_OTP', session, { EMAIL_OTP_CODE }),
    ]);

    expect(replies.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect(replies.find(({ status }) => status === 400)).toMatchObject(invalid);
  });

  test('expires when the client says', async () => {
    const { pool } = await startPoolWithAnn({ clients: [{ authSessionValiditySeconds: 300 }] });
    const session = await startByEmail(pool);
    const EMAIL_OTP_CODE = await newestCode(pool, ann.email);

    pool.advanceClock(300_000);

    expect(await respond(pool, 'EMAIL_OTP', session, { EMAIL_OTP_CODE })).toMatchObject({
      status: 400,
      body: { message: 'Invalid session for the user, session is expired.' },
    });
  });

  test('accepts only the response to its own challenge, for its own user and client', async () => {
    const clientId = 'anotherclient0000000000002';
    const { pool } = await startPoolWithAnn({ clients: [{}, { clientId }] });
    const session = await startByEmail(pool);
    const EMAIL_OTP_CODE = await newestCode(pool, ann.email);
    const answer = { EMAIL_OTP_CODE };

    expect(await respond(pool, 'SOFTWARE_TOKEN_MFA', session, answer)).toMatchObject(invalid);
    expect(await respond(pool, 'SMS_OTP', session, answer)).toMatchObject(invalid);
    expect(await respond(pool, 'EMAIL_OTP', session, answer, 'bob@example.com')).toMatchObject(invalid);
    expect(await respond(pool, 'EMAIL_OTP', 'x'.repeat(128), answer)).toMatchObject(invalid);
    expect(await respond(pool, 'EMAIL_OTP', undefined, answer)).toMatchObject(invalid);
    const other = { ...pool, userPoolClientId: clientId };
    expect(await respond(other, 'EMAIL_OTP', session, answer)).toMatchObject(invalid);
    expect(await respond(pool, 'EMAIL_OTP', session, answer, 'ANN@example.com')).toMatchObject({
      status: 200,
    });
  });
});

test('at most ten codes per hour go to one address', async () => {
  const { pool } = await startPoolWithAnn();
  for (let mail = 0; mail < 10; mail += 1) await startByEmail(pool);

  const refused = await initiate(pool, username, { PREFERRED_CHALLENGE: 'EMAIL_OTP' });
  expect(refused).toMatchObject({ status: 400, body: { __type: 'LimitExceededException' } });
  expect(await messagesTo(pool, ann.email)).toHaveLength(10);

  pool.advanceClock(3_600_000);
  expect(await initiate(pool, username, { PREFERRED_CHALLENGE: 'EMAIL_OTP' })).toMatchObject({ status: 200 });
});
