import { confirmUserAttribute, signIn, updateUserAttributes } from 'aws-amplify/auth';
import { configureAmplify } from './amplify.ts';
import { ann } from './people.ts';
import { startTestPool } from './start-test-pool.ts';

/** Ann's new address. */
export const newEmail = 'ann.new@example.com';

/** A pool where Ann is signed in by aws-amplify. */
export const startSignedIn = async (poolConfig = {}) => {
  const pool = await startTestPool(poolConfig);
  await configureAmplify(pool);
  await pool.createConfirmedUser(ann);
  await signIn({ username: ann.email, password: ann.password });
  return pool;
};

/** Requests another address. */
export const changeEmail = (email = newEmail) => updateUserAttributes({ userAttributes: { email } });

/** Confirms it by the emailed code. */
export const confirmEmail = (confirmationCode: string) =>
  confirmUserAttribute({ userAttributeKey: 'email', confirmationCode });
