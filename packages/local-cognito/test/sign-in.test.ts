import { AuthenticationDetails, CognitoUser, CognitoUserPool } from 'amazon-cognito-identity-js';
import { fetchAuthSession, getCurrentUser, signIn, signUp } from 'aws-amplify/auth';
import { describe, expect, test } from 'vitest';
import { configureAmplify } from './support/amplify.ts';
import { callRaw } from './support/call.ts';
import { ann } from './support/people.ts';
import { startRecordingProxy } from './support/recording-proxy.ts';
import { signInBySrp } from './support/srp-client.ts';
import { startTestPool, type TestPool } from './support/start-test-pool.ts';

const wrongPassword = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };
const attemptsExceeded = { name: 'NotAuthorizedException', message: 'Password attempts exceeded' };

const startPoolWithAnn = async () => {
  const pool = await startTestPool();
  await configureAmplify(pool);
  const { sub } = await pool.createConfirmedUser(ann);
  return { pool, sub };
};

const signInAs = (password: string, username = ann.email) => signIn({ username, password });

describe('signIn of aws-amplify', () => {
  test('returns a session for the password, whatever the case of the address', async () => {
    const { sub } = await startPoolWithAnn();

    expect(await signInAs(ann.password, 'ANN@Example.com')).toMatchObject({ isSignedIn: true });

    expect(await getCurrentUser()).toMatchObject({ userId: sub, username: sub });
    const { tokens } = await fetchAuthSession();
    expect(tokens?.idToken?.payload).toMatchObject({
      email: ann.email,
      email_verified: true,
      name: ann.name,
    });
  });

  test('never sends the password', async () => {
    const pool = await startTestPool();
    const proxy = await startRecordingProxy(pool.endpoint);
    await configureAmplify(pool, proxy.endpoint);
    await pool.createConfirmedUser(ann);

    await signInAs(ann.password);

    const traffic = proxy.bytesSent().toString('latin1');
    expect(traffic).toContain('PASSWORD_CLAIM_SIGNATURE');
    for (const encoding of ['utf8', 'base64', 'hex'] as const) {
      expect(traffic).not.toContain(Buffer.from(ann.password).toString(encoding));
    }
  });

  test('rejects a wrong password and an unknown user with the same message', async () => {
    await startPoolWithAnn();

    await expect(signInAs('Wrong-Horse-1')).rejects.toMatchObject(wrongPassword);
    await expect(signInAs(ann.password, 'nobody@example.com')).rejects.toMatchObject(wrongPassword);
  });

  test('reports an unknown user if the client allows it', async () => {
    await configureAmplify(await startTestPool({ clients: [{ preventUserExistenceErrors: 'LEGACY' }] }));

    await expect(signInAs(ann.password)).rejects.toMatchObject({ name: 'UserNotFoundException' });
  });

  test('reports an unconfirmed user only after the right password', async () => {
    await configureAmplify(await startTestPool());
    await signUp({ username: ann.email, password: ann.password });

    await expect(signInAs('Wrong-Horse-1')).rejects.toMatchObject(wrongPassword);
    expect(await signInAs(ann.password)).toMatchObject({ nextStep: { signInStep: 'CONFIRM_SIGN_UP' } });
  });

  test.each([ann.email, 'nobody@example.com'])('locks %s after five wrong passwords', async (username) => {
    const { pool } = await startPoolWithAnn();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const { body } = await signInBySrp(pool, username, 'Wrong-Horse-1');
      expect(body.message).toBe(wrongPassword.message);
    }

    await expect(signInAs(ann.password, username)).rejects.toMatchObject(attemptsExceeded);
  });

  test('unlocks in time', async () => {
    const { pool } = await startPoolWithAnn();
    for (let attempt = 0; attempt < 5; attempt += 1) await signInBySrp(pool, ann.email, 'Wrong-Horse-1');

    pool.advanceClock(1000);

    expect(await signInAs(ann.password)).toMatchObject({ isSignedIn: true });
  });

  test('rejects a replayed sign-in', async () => {
    const pool = await startTestPool();
    const proxy = await startRecordingProxy(pool.endpoint);
    await configureAmplify(pool, proxy.endpoint);
    await pool.createConfirmedUser(ann);
    await signInAs(ann.password);

    const [answer] = /\{"ChallengeName":"PASSWORD_VERIFIER".*\}/.exec(proxy.bytesSent().toString()) ?? [];

    expect(await callRaw(pool, 'RespondToAuthChallenge', answer ?? '')).toMatchObject({
      status: 400,
      body: { __type: 'NotAuthorizedException' },
    });
  });
});

describe('amazon-cognito-identity-js', () => {
  const authenticate = (
    pool: { userPoolId: string; userPoolClientId: string; endpoint: string },
    password: string,
  ) => {
    const userPool = new CognitoUserPool({
      UserPoolId: pool.userPoolId,
      ClientId: pool.userPoolClientId,
      endpoint: pool.endpoint,
    });
    const user = new CognitoUser({ Username: ann.email, Pool: userPool });
    return new Promise<string>((resolve, reject) => {
      user.authenticateUser(new AuthenticationDetails({ Username: ann.email, Password: password }), {
        onSuccess: (session) => resolve(session.getAccessToken().payload.sub),
        onFailure: reject,
      });
    });
  };

  test('signs in by SRP', async () => {
    const { pool, sub } = await startPoolWithAnn();

    expect(await authenticate(pool, ann.password)).toBe(sub);
    await expect(authenticate(pool, 'Wrong-Horse-1')).rejects.toMatchObject({
      name: 'NotAuthorizedException',
    });
  });
});

describe('the two steps of SRP', () => {
  const begin = async (pool: TestPool, username: string, SRP_A = 'abc123') => {
    const AuthParameters = { USERNAME: username, SRP_A };
    return callRaw(
      pool,
      'InitiateAuth',
      JSON.stringify({ ClientId: pool.userPoolClientId, AuthFlow: 'USER_SRP_AUTH', AuthParameters }),
    );
  };

  test('show no difference between known and unknown users', async () => {
    const { pool } = await startPoolWithAnn();
    const shapeOf = async (username: string) => {
      const [first, second] = [await begin(pool, username), await begin(pool, username.toUpperCase())];
      const one = first.body.ChallengeParameters as Record<string, string>;
      const other = second.body.ChallengeParameters as Record<string, string>;
      return {
        status: first.status,
        keys: Object.keys(one).sort(),
        saltIsStable: one.SALT === other.SALT,
        userIdIsStable: one.USER_ID_FOR_SRP === other.USER_ID_FOR_SRP,
        userIdIsSub: /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-d[0-9a-f]{3}-[0-9a-f]{12}$/.test(
          one.USER_ID_FOR_SRP ?? '',
        ),
        publicValueIsFresh: one.SRP_B !== other.SRP_B,
      };
    };

    expect(await shapeOf('nobody@example.com')).toEqual(await shapeOf(ann.email));
  });

  test.each(['0', '00'])('reject the public value %s, which would reveal the key', async (value) => {
    const { pool } = await startPoolWithAnn();

    expect(await begin(pool, ann.email, value)).toMatchObject({
      status: 400,
      body: { __type: 'NotAuthorizedException' },
    });
  });
});
