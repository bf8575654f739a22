import { createAdminClient } from './admin-client.ts';
import { ann } from './people.ts';
import { startTestPool } from './start-test-pool.ts';

/** A pool with the AWS SDK of its administrator. */
export const startAdministered = async (poolConfig = {}) => {
  const pool = await startTestPool(poolConfig);
  const UserPoolId = pool.userPoolId;
  return { pool, UserPoolId, admin: createAdminClient(pool) };
};

/** The same with one user, and the fields that identify the user. */
export const startWithAnn = async (poolConfig = {}) => {
  const { pool, UserPoolId, admin } = await startAdministered(poolConfig);
  const { sub } = await pool.createConfirmedUser(ann);
  return { pool, admin, sub, who: { UserPoolId, Username: ann.email } };
};
