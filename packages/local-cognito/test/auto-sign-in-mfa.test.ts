import { autoSignIn, confirmSignUp, signUp } from 'aws-amplify/auth';
import { expect, test } from 'vitest';
import { configureAmplify } from './support/amplify.ts';
import { newestCode } from './support/mailbox.ts';
import { ann } from './support/people.ts';
import { startTestPool } from './support/start-test-pool.ts';

const username = ann.email;

// A file of its own: Amplify overlooks an autoSignIn that comes within 300 ms of another one of the process.
test('autoSignIn goes no way around the second factor that everybody must have', async () => {
  const pool = await startTestPool({ mfaConfiguration: 'ON' });
  await configureAmplify(pool);
  const options = { userAttributes: {}, autoSignIn: { authFlowType: 'USER_AUTH' } } as const;
  await signUp({ username, password: ann.password, options });
  await confirmSignUp({ username, confirmationCode: await newestCode(pool, username) });

  expect(await autoSignIn()).toMatchObject({
    isSignedIn: false,
    nextStep: { signInStep: 'CONTINUE_SIGN_IN_WITH_MFA_SETUP_SELECTION' },
  });
});
