import { describe, expect, test } from 'vitest';
import { startAdministered, startWithAnn } from './support/administered-pool.ts';
import { messagesTo, newestCode } from './support/mailbox.ts';
import { ann, bob } from './support/people.ts';
import { signInBySrp } from './support/srp-client.ts';

describe('AdminCreateUser', () => {
  const withPasswords = { allowedFirstAuthFactors: ['PASSWORD'] };

  test('creates a user who must change the emailed temporary password', async () => {
    const { pool, admin, UserPoolId } = await startAdministered(withPasswords);

    const { User } = await admin.adminCreateUser({
      UserPoolId,
      Username: ann.email,
      UserAttributes: [
        { Name: 'email_verified', Value: 'true' },
        { Name: 'name', Value: ann.name },
      ],
      DesiredDeliveryMediums: ['EMAIL'],
    });

    expect(User).toMatchObject({ Enabled: true, UserStatus: 'FORCE_CHANGE_PASSWORD' });
    expect(User?.Username).toMatch(/^[0-9a-f-]{36}$/);
    expect(User?.UserCreateDate?.getFullYear()).toBe(new Date().getFullYear());
    expect(Object.fromEntries(User?.Attributes?.map(({ Name, Value }) => [Name, Value]) ?? [])).toEqual({
      sub: User?.Username,
      email: ann.email,
      email_verified: 'true',
      name: ann.name,
    });
    const [invitation] = await messagesTo(pool, ann.email);
    expect(invitation?.text).toBe(
      `Your username is ${ann.email} and temporary password is ${invitation?.code}`,
    );
    expect(await signInBySrp(pool, ann.email, String(invitation?.code))).toMatchObject({ status: 200 });
  });

  test('accepts a temporary password that fits the policy, and can suppress the mail', async () => {
    const { pool, admin, UserPoolId } = await startAdministered();
    const create = (TemporaryPassword: string) =>
      admin.adminCreateUser({
        UserPoolId,
        Username: ann.email,
        TemporaryPassword,
        MessageAction: 'SUPPRESS',
        DesiredDeliveryMediums: ['EMAIL'],
      });

    await expect(create('too weak')).rejects.toMatchObject({ name: 'InvalidPasswordException' });
    await create('Temporary-Pass-1');

    expect(await messagesTo(pool, ann.email)).toEqual([]);
    expect(await signInBySrp(pool, ann.email, 'Temporary-Pass-1')).toMatchObject({ status: 200 });
  });

  test('resends an invitation with a new password only to a user who has not signed in yet', async () => {
    const { pool, admin, UserPoolId } = await startAdministered(withPasswords);
    const invite = { UserPoolId, Username: ann.email, DesiredDeliveryMediums: ['EMAIL' as const] };
    await expect(admin.adminCreateUser({ ...invite, MessageAction: 'RESEND' })).rejects.toMatchObject({
      name: 'UserNotFoundException',
    });
    await admin.adminCreateUser(invite);
    const first = await newestCode(pool, ann.email);
    await admin.adminCreateUser({ ...invite, MessageAction: 'RESEND' });
    const second = await newestCode(pool, ann.email);

    expect(await signInBySrp(pool, ann.email, first)).toMatchObject({ status: 400 });
    expect(await signInBySrp(pool, ann.email, second)).toMatchObject({ status: 200 });
    await admin.adminSetUserPassword({ ...invite, Password: ann.password, Permanent: true });
    await expect(admin.adminCreateUser({ ...invite, MessageAction: 'RESEND' })).rejects.toMatchObject({
      name: 'UnsupportedUserStateException',
    });
  });

  test('creates a user without a password where an emailed code is enough to sign in', async () => {
    const { admin, UserPoolId } = await startAdministered();

    const { User } = await admin.adminCreateUser({ UserPoolId, Username: ann.email });

    expect(User).toMatchObject({ UserStatus: 'CONFIRMED' });
  });

  test('rejects taken and malformed addresses and unknown attributes', async () => {
    const { admin, who } = await startWithAnn();
    const { UserPoolId } = who;

    await expect(admin.adminCreateUser(who)).rejects.toMatchObject({ name: 'UsernameExistsException' });
    await expect(admin.adminCreateUser({ UserPoolId, Username: 'ann' })).rejects.toMatchObject({
      message: 'Username should be an email.',
    });
    const UserAttributes = [{ Name: 'custom:plan', Value: 'gold' }];
    await expect(
      admin.adminCreateUser({ UserPoolId, Username: bob.email, UserAttributes }),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });
});
