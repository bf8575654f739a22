import { describe, expect, test } from 'vitest';
import { startAdministered } from './support/administered-pool.ts';
import { call } from './support/call.ts';
import { ann } from './support/people.ts';
import { signInBySrp } from './support/srp-client.ts';
import { startTestPool } from './support/start-test-pool.ts';

const newPassword = 'Entirely-New-3';

describe('ChangePassword without the previous password', () => {
  test('sets the first password of a user without one', async () => {
    const { pool, admin, UserPoolId } = await startAdministered();
    const { User } = await admin.adminCreateUser({ UserPoolId, Username: ann.email });
    const { accessToken } = await pool.issueTokens({ sub: User?.Username ?? '' });

    await admin.changePassword({ AccessToken: accessToken, ProposedPassword: newPassword });

    expect(await signInBySrp(pool, ann.email, newPassword)).toMatchObject({ status: 200 });
  });

  test('is rejected for a user with a password', async () => {
    const pool = await startTestPool();
    const { accessToken } = await pool.issueTokens(await pool.createConfirmedUser(ann));

    expect(
      await call(pool, 'ChangePassword', { AccessToken: accessToken, ProposedPassword: newPassword }),
    ).toMatchObject({ body: { __type: 'NotAuthorizedException' } });

    expect(await signInBySrp(pool, ann.email, ann.password)).toMatchObject({ status: 200 });
  });
});
