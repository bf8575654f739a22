import { autoSignIn, confirmSignUp, signUp } from 'aws-amplify/auth';
import { expect, test } from 'vitest';
import { configureAmplify } from './support/amplify.ts';
import { newestCode } from './support/mailbox.ts';
import { ann } from './support/people.ts';
import { startTestPool } from './support/start-test-pool.ts';

const username = ann.email;
const done = { isSignedIn: true, nextStep: { signInStep: 'DONE' } };

// In its own file: Amplify ignores an autoSignIn within 300 ms of another in the same process.
test('autoSignIn follows a sign-up with a password', async () => {
  const pool = await startTestPool();
  await configureAmplify(pool);
  await signUp({ username, password: ann.password, options: { userAttributes: {}, autoSignIn: true } });

  await confirmSignUp({ username, confirmationCode: await newestCode(pool, username) });

  expect(await autoSignIn()).toMatchObject(done);
});
