import { autoSignIn, confirmSignUp, signUp } from 'aws-amplify/auth';
import { expect, test } from 'vitest';
import { configureAmplify } from './support/amplify.ts';
import { newestCode } from './support/mailbox.ts';
import { ann } from './support/people.ts';
import { startTestPool } from './support/start-test-pool.ts';

const username = ann.email;

// In its own file: Amplify ignores an autoSignIn within 300 ms of another in the same process.
test('autoSignIn does not bypass a mandatory second factor', async () => {
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
