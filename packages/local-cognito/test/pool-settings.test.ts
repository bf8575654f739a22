import { describe, expect, test } from 'vitest';
import { startAdministered, startWithAnn } from './support/administered-pool.ts';

const missing = { name: 'ResourceNotFoundException' };

const clients = [
  { clientId: 'client000000000000000000b1', clientName: 'web', readAttributes: ['email'] },
  { clientId: 'client000000000000000000a2', clientName: 'cli' },
];

describe('the pool', () => {
  test('describes its settings and counts its users', async () => {
    const { admin, who } = await startWithAnn({
      poolName: 'people',
      mfaConfiguration: 'OFF',
      passwordPolicy: { minimumLength: 12 },
    });
    const { UserPoolId } = who;

    expect((await admin.describeUserPool({ UserPoolId })).UserPool).toMatchObject({
      Id: UserPoolId,
      Name: 'people',
      EstimatedNumberOfUsers: 1,
      MfaConfiguration: 'OFF',
      UsernameAttributes: ['email'],
      AcrConfiguration: {
        Level1: { AcrValue: 'urn:cognito:loa:1' },
        Level4: { AcrValue: 'urn:cognito:loa:4' },
      },
      Policies: { PasswordPolicy: { MinimumLength: 12, RequireSymbols: true } },
    });
    expect(await admin.listUserPools({ MaxResults: 1 })).toMatchObject({
      UserPools: [{ Id: UserPoolId, Name: 'people' }],
    });
    await expect(admin.listUserPools({ MaxResults: 61 })).rejects.toThrow('maxResults');
  });

  test('describes the standard attributes besides its own', async () => {
    const { admin, UserPoolId } = await startAdministered({ customAttributes: ['custom:plan'] });

    const { UserPool } = await admin.describeUserPool({ UserPoolId });

    const schema = Object.fromEntries(
      UserPool?.SchemaAttributes?.map(({ Name, ...rest }) => [Name, rest]) ?? [],
    );
    expect(Object.keys(schema)).toHaveLength(21);
    expect(schema).toMatchObject({
      sub: { AttributeDataType: 'String', Mutable: false, Required: true },
      email: { Required: true, StringAttributeConstraints: { MinLength: '0', MaxLength: '2048' } },
      name: { Required: false, Mutable: true },
      email_verified: { AttributeDataType: 'Boolean' },
      updated_at: { AttributeDataType: 'Number', NumberAttributeConstraints: { MinValue: '0' } },
      'custom:plan': { AttributeDataType: 'String', Mutable: true, Required: false },
    });
  });

  test('lists and describes its clients in pages', async () => {
    const { admin, UserPoolId } = await startAdministered({ clients });

    const first = await admin.listUserPoolClients({ UserPoolId, MaxResults: 1 });
    const { NextToken } = first;
    const last = await admin.listUserPoolClients({ UserPoolId, MaxResults: 1, NextToken });

    expect([first, last].map(({ UserPoolClients }) => UserPoolClients?.[0]?.ClientName)).toEqual([
      'cli',
      'web',
    ]);
    expect(last.NextToken).toBeUndefined();
    expect(await admin.listUserPoolClients({ UserPoolId, ClientType: 'DCR' })).toMatchObject({
      UserPoolClients: [],
    });
    const ClientId = clients[0]?.clientId;
    expect(await admin.describeUserPoolClient({ UserPoolId, ClientId })).toMatchObject({
      UserPoolClient: { ReadAttributes: ['email'], AccessTokenValidity: 900 },
    });
    await expect(admin.describeUserPoolClient({ UserPoolId, ClientId: 'nobody' })).rejects.toMatchObject(
      missing,
    );
  });

  test('lists and describes its identity providers', async () => {
    const attributeMapping = { email: 'email', name: 'name' };
    const { admin, UserPoolId } = await startAdministered({
      identityProviders: [{ providerName: 'Google', providerType: 'Google', attributeMapping }],
    });

    expect((await admin.listIdentityProviders({ UserPoolId })).Providers).toEqual([
      { ProviderName: 'Google', ProviderType: 'Google' },
    ]);
    expect(
      (await admin.describeIdentityProvider({ UserPoolId, ProviderName: 'Google' })).IdentityProvider,
    ).toMatchObject({ ProviderType: 'Google', AttributeMapping: attributeMapping, IdpIdentifiers: [] });
    await expect(admin.describeIdentityProvider({ UserPoolId, ProviderName: 'Apple' })).rejects.toMatchObject(
      missing,
    );
    await expect(
      admin.getIdentityProviderByIdentifier({ UserPoolId, IdpIdentifier: 'example.com' }),
    ).rejects.toMatchObject(missing);
  });

  test('lists and describes its resource servers', async () => {
    const scopes = [{ scopeName: 'read', scopeDescription: 'Read files' }];
    const { admin, UserPoolId } = await startAdministered({
      resourceServers: [{ identifier: 'files', name: 'Files', scopes }],
    });
    const files = {
      UserPoolId,
      Identifier: 'files',
      Name: 'Files',
      Scopes: [{ ScopeName: 'read', ScopeDescription: 'Read files' }],
    };

    expect((await admin.listResourceServers({ UserPoolId })).ResourceServers).toEqual([files]);
    expect((await admin.describeResourceServer({ UserPoolId, Identifier: 'files' })).ResourceServer).toEqual(
      files,
    );
    await expect(admin.describeResourceServer({ UserPoolId, Identifier: 'music' })).rejects.toMatchObject(
      missing,
    );
  });
});

describe('what the pool does not have', () => {
  test('is empty, as in a new pool of AWS', async () => {
    const { admin, UserPoolId } = await startAdministered();
    const ResourceArn = (await admin.describeUserPool({ UserPoolId })).UserPool?.Arn;

    expect((await admin.listTagsForResource({ ResourceArn })).Tags).toEqual({});
    expect((await admin.describeUserPoolDomain({ Domain: 'files' })).DomainDescription).toEqual({});
    expect((await admin.getUICustomization({ UserPoolId })).UICustomization).toEqual({});
    expect((await admin.listUserImportJobs({ UserPoolId, MaxResults: 1 })).UserImportJobs).toEqual([]);
    expect((await admin.getLogDeliveryConfiguration({ UserPoolId })).LogDeliveryConfiguration).toEqual({
      UserPoolId,
      LogConfigurations: [],
    });
    await expect(admin.listTagsForResource({ ResourceArn: `${ResourceArn}x` })).rejects.toMatchObject(
      missing,
    );
  });

  test('is refused where it belongs to threat protection', async () => {
    const { admin, who } = await startWithAnn();
    const refused = { name: 'UserPoolAddOnNotEnabledException' };

    await expect(admin.describeRiskConfiguration(who)).rejects.toMatchObject(refused);
    await expect(admin.adminListUserAuthEvents(who)).rejects.toMatchObject(refused);
    await expect(admin.adminListUserAuthEvents({ ...who, Username: 'nobody' })).rejects.toMatchObject({
      name: 'UserNotFoundException',
    });
  });
});
