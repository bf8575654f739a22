import type { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { expect, test } from 'vitest';
import { startAdministered } from './support/administered-pool.ts';
import { ann } from './support/people.ts';
import type { TestPool } from './support/start-test-pool.ts';

type Who = { UserPoolId: string; Username: string };
type Prepare = (admin: CognitoIdentityProvider, who: Who, pool: TestPool) => Promise<unknown>;

const withPassword: Prepare = (_admin, _who, pool) => pool.createConfirmedUser(ann);

const withoutVerifiedAddress: Prepare = async (admin, who, pool) => {
  await withPassword(admin, who, pool);
  const UserAttributes = [{ Name: 'email_verified', Value: 'false' }];
  await admin.adminUpdateUserAttributes({ ...who, UserAttributes });
};

const invited: Prepare = (admin, who) =>
  admin.adminCreateUser({ ...who, TemporaryPassword: ann.password, MessageAction: 'SUPPRESS' });

const withoutPassword: Prepare = (admin, who) =>
  admin.adminCreateUser({
    ...who,
    MessageAction: 'SUPPRESS',
    UserAttributes: [{ Name: 'email_verified', Value: 'true' }],
  });

test.each<[string, Prepare, string[]]>([
  ['a password and a verified address', withPassword, ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP']],
  ['only a password', withoutVerifiedAddress, ['PASSWORD_SRP', 'PASSWORD']],
  ['a temporary password', invited, ['PASSWORD_SRP', 'PASSWORD']],
  ['only a verified address', withoutPassword, ['EMAIL_OTP']],
])('USER_AUTH offers a user with %s those factors', async (_description, prepare, factors) => {
  const { pool, admin, UserPoolId } = await startAdministered();
  await prepare(admin, { UserPoolId, Username: ann.email }, pool);

  const { AvailableChallenges } = await admin.initiateAuth({
    ClientId: pool.userPoolClientId,
    AuthFlow: 'USER_AUTH',
    AuthParameters: { USERNAME: ann.email },
  });

  expect(AvailableChallenges).toEqual(factors);
});
