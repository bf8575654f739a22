import { confirmUserAttribute, signIn, updateUserAttributes } from 'aws-amplify/auth';
import { configureAmplify } from './amplify.ts';
import { ann } from './people.ts';
import { startTestPool } from './start-test-pool.ts';

/** The address that Ann changes to. */
export const newEmail = 'ann.new@example.com';

/** A pool at which Ann is signed in by aws-amplify. */
export const startSignedIn = async (poolConfig = {}) => {
  const pool = await startTestPool(poolConfig);
  await configureAmplify(pool);
  await pool.createConfirmedUser(ann);
  await signIn({ username: ann.email, password: ann.password });
  return pool;
};

/** Asks for another address. */
export const changeEmail = (email = newEmail) => updateUserAttributes({ userAttributes: { email } });

/** Sends the code that was mailed to it. */
export const confirmEmail = (confirmationCode: string) =>
  confirmUserAttribute({ userAttributeKey: 'email', confirmationCode });
