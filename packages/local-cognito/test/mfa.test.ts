import {
  confirmSignIn,
  fetchMFAPreference,
  setUpTOTP,
  signIn,
  signOut,
  updateMFAPreference,
  verifyTOTPSetup,
} from 'aws-amplify/auth';
import { describe, expect, test } from 'vitest';
import { configureAmplify } from './support/amplify.ts';
import { appCode } from './support/authenticator-app.ts';
import { newestCode, wrongCodeFor } from './support/mailbox.ts';
import { ann } from './support/people.ts';
import { startTestPool, type TestPool } from './support/start-test-pool.ts';

const username = ann.email;
const done = { isSignedIn: true, nextStep: { signInStep: 'DONE' } };
const totpStep = { nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_TOTP_CODE' } };
const wrongCode = { name: 'CodeMismatchException', message: 'Invalid code or auth state for the user.' };

const startPoolWithAnn = async (poolConfig = {}): Promise<TestPool> => {
  const pool = await startTestPool(poolConfig);
  await configureAmplify(pool);
  await pool.createConfirmedUser(ann);
  return pool;
};

const signInAnn = () => signIn({ username, password: ann.password });

const STEP = 30_000;

/** Signs Ann in, sets up her authenticator app and advances to the next time step. */
const setUpApp = async (pool: TestPool): Promise<string> => {
  await signInAnn();
  const { sharedSecret } = await setUpTOTP();
  await verifyTOTPSetup({ code: appCode(sharedSecret, pool.time()) });
  pool.advanceClock(2 * STEP);
  return sharedSecret;
};

const signInWithApp = async (pool: TestPool): Promise<string> => {
  const secret = await setUpApp(pool);
  await updateMFAPreference({ totp: 'PREFERRED' });
  await signOut();
  return secret;
};

describe('an authenticator app', () => {
  test('is required after it is set up and enabled', async () => {
    const pool = await startPoolWithAnn();
    const secret = await setUpApp(pool);
    await signOut();
    expect(await signInAnn()).toMatchObject(done);

    await updateMFAPreference({ totp: 'ENABLED' });
    expect(await fetchMFAPreference()).toEqual({ enabled: ['TOTP'] });
    await signOut();

    expect(await signInAnn()).toMatchObject(totpStep);
    expect(await confirmSignIn({ challengeResponse: appCode(secret, pool.time()) })).toMatchObject(done);
  });

  test('is rejected if its first code is wrong', async () => {
    const pool = await startPoolWithAnn();
    await signInAnn();
    const { sharedSecret } = await setUpTOTP();

    const code = wrongCodeFor(appCode(sharedSecret, pool.time()));
    await expect(verifyTOTPSetup({ code })).rejects.toMatchObject({
      name: 'EnableSoftwareTokenMFAException',
    });
    await expect(updateMFAPreference({ totp: 'ENABLED' })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });

  test.each([-STEP, 0, STEP])('may be %i ms off', async (deviation) => {
    const pool = await startPoolWithAnn();
    const secret = await signInWithApp(pool);
    await signInAnn();

    const challengeResponse = appCode(secret, pool.time() + deviation);
    expect(await confirmSignIn({ challengeResponse })).toMatchObject(done);
  });

  test.each([-3 * STEP, 3 * STEP])('may not be %i ms off', async (deviation) => {
    const pool = await startPoolWithAnn();
    const secret = await signInWithApp(pool);
    await signInAnn();

    const challengeResponse = appCode(secret, pool.time() + deviation);
    await expect(confirmSignIn({ challengeResponse })).rejects.toMatchObject(wrongCode);
  });

  test('has codes that work once, and allows a retry after a typo', async () => {
    const pool = await startPoolWithAnn();
    const secret = await signInWithApp(pool);
    const challengeResponse = appCode(secret, pool.time());
    await signInAnn();

    await expect(confirmSignIn({ challengeResponse: 'abc' })).rejects.toMatchObject(wrongCode);
    expect(await confirmSignIn({ challengeResponse })).toMatchObject(done);
    await signOut();
    await signInAnn();
    await expect(confirmSignIn({ challengeResponse })).rejects.toMatchObject({
      name: 'ExpiredCodeException',
    });
  });

  test('locks after five wrong codes, and another proof of the password does not unlock it', async () => {
    const pool = await startPoolWithAnn();
    const secret = await signInWithApp(pool);
    await signInAnn();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const challengeResponse = wrongCodeFor(appCode(secret, pool.time()));
      await expect(confirmSignIn({ challengeResponse })).rejects.toMatchObject(wrongCode);
    }
    await signInAnn();

    const tryRightCode = () => confirmSignIn({ challengeResponse: appCode(secret, pool.time()) });
    await expect(tryRightCode()).rejects.toMatchObject({ message: 'Password attempts exceeded' });
    pool.advanceClock(1000);
    expect(await tryRightCode()).toMatchObject(done);
  });

  test('is replaced by a new one', async () => {
    const pool = await startPoolWithAnn();
    await setUpApp(pool);
    await updateMFAPreference({ totp: 'ENABLED' });

    await setUpTOTP();

    expect(await fetchMFAPreference()).toEqual({});
  });

  test('cannot be set up where the pool has none', async () => {
    await startPoolWithAnn({ enabledMfas: ['EMAIL_OTP'] });
    await signInAnn();

    await expect(setUpTOTP()).rejects.toMatchObject({ name: 'SoftwareTokenMFANotFoundException' });
  });
});

describe('email as second factor', () => {
  test('requires a code of six digits', async () => {
    const pool = await startPoolWithAnn();
    await signInAnn();
    await updateMFAPreference({ email: 'ENABLED' });
    await signOut();

    expect(await signInAnn()).toMatchObject({
      nextStep: {
        signInStep: 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE',
        codeDeliveryDetails: { destination: 'a***@e***' },
      },
    });
    const code = await newestCode(pool, username);
    expect(code).toMatch(/^\d{6}$/);
    await expect(confirmSignIn({ challengeResponse: wrongCodeFor(code) })).rejects.toMatchObject(wrongCode);
    expect(await confirmSignIn({ challengeResponse: code })).toMatchObject(done);
  });

  test('excludes sign-in by email alone', async () => {
    await startPoolWithAnn();
    await signInAnn();
    await updateMFAPreference({ email: 'ENABLED' });
    await signOut();

    const options = { authFlowType: 'USER_AUTH', preferredChallenge: 'EMAIL_OTP' } as const;
    expect(await signIn({ username, options })).toMatchObject({
      nextStep: { availableChallenges: ['PASSWORD_SRP', 'PASSWORD'] },
    });
  });
});

describe('two second factors', () => {
  test('are offered as a choice if none is preferred', async () => {
    const pool = await startPoolWithAnn();
    const secret = await setUpApp(pool);
    await updateMFAPreference({ totp: 'ENABLED', email: 'ENABLED' });
    await signOut();

    expect(await signInAnn()).toMatchObject({
      nextStep: {
        signInStep: 'CONTINUE_SIGN_IN_WITH_MFA_SELECTION',
        allowedMFATypes: ['TOTP', 'EMAIL'],
      },
    });
    expect(await confirmSignIn({ challengeResponse: 'TOTP' })).toMatchObject(totpStep);
    expect(await confirmSignIn({ challengeResponse: appCode(secret, pool.time()) })).toMatchObject(done);
  });

  test('lead to one challenge if one is preferred, and only one can be preferred', async () => {
    const pool = await startPoolWithAnn();
    await setUpApp(pool);
    await updateMFAPreference({ totp: 'PREFERRED', email: 'ENABLED' });
    await updateMFAPreference({ email: 'PREFERRED' });

    expect(await fetchMFAPreference()).toEqual({ preferred: 'EMAIL', enabled: ['TOTP', 'EMAIL'] });
    await expect(updateMFAPreference({ totp: 'PREFERRED', email: 'PREFERRED' })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    await signOut();
    expect(await signInAnn()).toMatchObject({
      nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE' },
    });
  });

  test('can both be disabled', async () => {
    const pool = await startPoolWithAnn();
    await setUpApp(pool);
    await updateMFAPreference({ totp: 'ENABLED', email: 'ENABLED' });

    await updateMFAPreference({ totp: 'DISABLED', email: 'DISABLED' });

    await signOut();
    expect(await signInAnn()).toMatchObject(done);
  });
});
