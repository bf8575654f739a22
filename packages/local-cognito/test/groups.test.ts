import { fetchAuthSession, signIn } from 'aws-amplify/auth';
import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import { describe, expect, test } from 'vitest';
import { createAdminClient } from './support/admin-client.ts';
import { configureAmplify } from './support/amplify.ts';
import { ann, bob } from './support/people.ts';
import { startTestPool } from './support/start-test-pool.ts';

const start = async () => {
  const pool = await startTestPool();
  await pool.createConfirmedUser(ann);
  const admin = createAdminClient(pool);
  const UserPoolId = pool.userPoolId;
  return { pool, admin, UserPoolId, who: { UserPoolId, Username: ann.email } };
};

const RoleArn = 'arn:aws:iam::123456789012:role/editors';

describe('groups', () => {
  test('are created, changed, listed and deleted', async () => {
    const { admin, UserPoolId } = await start();
    const group = { UserPoolId, GroupName: 'editors', Description: 'Who edit', Precedence: 5, RoleArn };

    expect((await admin.createGroup(group)).Group).toMatchObject(group);
    await expect(admin.createGroup(group)).rejects.toMatchObject({ name: 'GroupExistsException' });
    const { Group } = await admin.updateGroup({ UserPoolId, GroupName: 'editors', Precedence: 1 });
    expect(Group).toMatchObject({ ...group, Precedence: 1 });
    expect(await admin.getGroup({ UserPoolId, GroupName: 'editors' })).toMatchObject({ Group });

    for (const GroupName of ['admins', 'viewers']) await admin.createGroup({ UserPoolId, GroupName });
    const first = await admin.listGroups({ UserPoolId, Limit: 2 });
    const second = await admin.listGroups({ UserPoolId, NextToken: String(first.NextToken) });
    expect(first.Groups?.map(({ GroupName }) => GroupName)).toEqual(['admins', 'editors']);
    expect(second.Groups?.map(({ GroupName }) => GroupName)).toEqual(['viewers']);
    expect(second.NextToken).toBeUndefined();

    await admin.deleteGroup({ UserPoolId, GroupName: 'editors' });
    await expect(admin.getGroup({ UserPoolId, GroupName: 'editors' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  test('lose members who are deleted, and users lose deleted groups', async () => {
    const { pool, admin, UserPoolId, who } = await start();
    await pool.createConfirmedUser(bob);
    const members = async (GroupName: string) =>
      (await admin.listUsersInGroup({ UserPoolId, GroupName })).Users?.length;
    const groupsOf = async () =>
      (await admin.adminListGroupsForUser(who)).Groups?.map(({ GroupName }) => GroupName);

    for (const GroupName of ['editors', 'viewers']) {
      await admin.createGroup({ UserPoolId, GroupName });
      await admin.adminAddUserToGroup({ ...who, GroupName });
      await admin.adminAddUserToGroup({ ...who, GroupName });
    }
    await admin.adminAddUserToGroup({ UserPoolId, Username: bob.email, GroupName: 'editors' });

    expect(await members('editors')).toBe(2);
    expect(await groupsOf()).toEqual(['editors', 'viewers']);
    await admin.adminDeleteUser({ UserPoolId, Username: bob.email });
    expect(await members('editors')).toBe(1);
    await admin.adminRemoveUserFromGroup({ ...who, GroupName: 'editors' });
    expect(await members('editors')).toBe(0);
    await admin.deleteGroup({ UserPoolId, GroupName: 'viewers' });
    expect(await groupsOf()).toEqual([]);
    await expect(admin.adminAddUserToGroup({ ...who, GroupName: 'nobody' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  test('are in both tokens by precedence, and changes appear after a refresh', async () => {
    const { pool, admin, UserPoolId, who } = await start();
    const groups = [
      { GroupName: 'anybody' },
      { GroupName: 'second', Precedence: 2 },
      { GroupName: 'first', Precedence: 0 },
    ];
    for (const group of groups) {
      await admin.createGroup({ UserPoolId, ...group });
      await admin.adminAddUserToGroup({ ...who, GroupName: group.GroupName });
    }
    await configureAmplify(pool);
    await signIn({ username: ann.email, password: ann.password });

    const { tokens } = await fetchAuthSession();
    const claim = { 'cognito:groups': ['first', 'second', 'anybody'] };
    expect(tokens?.accessToken.payload).toMatchObject(claim);
    expect(tokens?.idToken?.payload).toMatchObject(claim);
    const fetcher = { fetch: async () => (await fetch(pool.jwksUri)).arrayBuffer() };
    const verifier = CognitoJwtVerifier.create(
      { userPoolId: UserPoolId, clientId: pool.userPoolClientId, tokenUse: 'access', groups: 'second' },
      { jwksCache: new SimpleJwksCache({ fetcher }) },
    );
    await verifier.verify(String(tokens?.accessToken));

    await admin.adminRemoveUserFromGroup({ ...who, GroupName: 'second' });
    const refreshed = await fetchAuthSession({ forceRefresh: true });
    expect(refreshed.tokens?.idToken?.payload['cognito:groups']).toEqual(['first', 'anybody']);
    await expect(verifier.verify(String(refreshed.tokens?.accessToken))).rejects.toThrow('group');
  });
});
