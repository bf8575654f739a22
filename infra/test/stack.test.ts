import { describe, expect, it } from 'vitest';
import { configOf, synthesize, variations } from './support/synthesize.ts';
import { findCycle, onlyResource, resourceNamed, resourcesOf } from './support/template.ts';

const templates = Object.entries(variations).map(([name, config]) => [name, synthesize(config)] as const);
const demo = synthesize(configOf('demo'));
const production = synthesize(configOf('production'));

describe('The stack', () => {
  it.each(templates)('has no circular dependency in %s', (_, template) => {
    expect(findCycle(template)).toBeUndefined();
  });

  it('has the outputs that the deploy script reads', () => {
    expect(Object.keys(demo.toJSON().Outputs).toSorted()).toEqual([
      'ApiUrl',
      'DistributionId',
      'FileBucketName',
      'Region',
      'SelfSignUp',
      'SiteBucketName',
      'SiteUrl',
      'UserPoolClientId',
      'UserPoolId',
    ]);
    const [, everything] = templates.at(-1) ?? [];
    expect(Object.keys(everything?.toJSON().Outputs)).toEqual(
      expect.arrayContaining(['IdentityPoolId', 'ProfileBucketName', 'UserPoolDomain', 'IdentityProviders']),
    );
  });

  it('has no web ACL in the demo', () => {
    demo.resourceCountIs('AWS::WAFv2::WebACL', 0);
  });
});

describe('The programs', () => {
  it('run on Node.js 24 and ARM with structured logs', () => {
    for (const prefix of ['ProgramsApiExpress', 'ProgramsSweeperSweep', 'ProgramsMigration']) {
      expect(resourceNamed(demo, 'AWS::Lambda::Function', prefix)).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        LoggingConfig: { LogFormat: 'JSON' },
      });
    }
  });

  it('get the settings of apps/api/src/config.ts, and no secret', () => {
    const { Variables } = resourceNamed(production, 'AWS::Lambda::Function', 'ProgramsApiExpress')
      .Environment as {
      Variables: Record<string, unknown>;
    };
    expect(Variables).toMatchObject({
      NODE_ENV: 'production',
      PUBLIC_ORIGIN: 'https://share.example.com',
      QUOTA_BYTES: String(20 * 1024 ** 3),
      DSQL_USER: 'share_my_files_api',
    });
    expect(Object.keys(Variables).toSorted()).toEqual([
      'COGNITO_USER_POOL_CLIENT_ID',
      'COGNITO_USER_POOL_ID',
      'DSQL_ENDPOINT',
      'DSQL_USER',
      'NODE_ENV',
      'PUBLIC_ORIGIN',
      'QUOTA_BYTES',
      'S3_BUCKET',
    ]);
  });

  it('depend on one run of the migrator, which grants both access to the database', () => {
    const functions = Object.entries(production.findResources('AWS::Lambda::Function'));
    const functionNamed = (prefix: string) => functions.find(([id]) => id.startsWith(prefix))?.[1];
    const clients = [functionNamed('ProgramsApiExpress'), functionNamed('ProgramsSweeperSweep')];
    for (const client of clients) {
      expect(client?.DependsOn).toContainEqual(expect.stringMatching(/^ProgramsMigrationTrigger/));
    }
    production.resourceCountIs('Custom::Trigger', 1);
    const migrator = functionNamed('ProgramsMigrationMigrator');
    const [api, sweeper] = clients.map((client) => client?.Properties.Role);
    expect(migrator?.Properties.Environment.Variables.API_ROLE_ARNS).toEqual({
      'Fn::Join': ['', [api, ',', sweeper]],
    });
  });

  it('are joined by operators, whom the migrator lets read', () => {
    const operatorRoleArns = ['arn:aws:iam::210987654321:role/operator'];
    const template = synthesize(configOf('production', { database: { operatorRoleArns } }));

    template.resourceCountIs('AWS::DSQL::Cluster', 1);
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: { DSQL_OPERATOR_USER: 'share_my_files_operator', OPERATOR_ROLE_ARNS: operatorRoleArns[0] },
      },
    });
  });

  it.each(templates)('reserve no instance in %s, because a new account cannot', (_, template) => {
    expect(onlyResource(template, 'AWS::Lambda::Alias')).not.toHaveProperty('ProvisionedConcurrencyConfig');
    for (const [, each] of resourcesOf(template, 'AWS::Lambda::Function')) {
      expect(each).not.toHaveProperty('ReservedConcurrentExecutions');
    }
  });

  it('respond through an alias, which has warm instances by configuration', () => {
    const api = { ...configOf('production').api, provisionedConcurrency: 2 };
    expect(onlyResource(synthesize(configOf('production', { api })), 'AWS::Lambda::Alias')).toMatchObject({
      Name: 'live',
      ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 2 },
    });
  });

  it('keep the versions that the alias pointed to, for a rollback', () => {
    const versions = Object.values(production.findResources('AWS::Lambda::Version'));
    expect(versions.length).toBeGreaterThan(0);
    for (const version of versions) expect(version).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate' });
  });
});

describe('Monitoring', () => {
  it('has an alarm with a description for each problem of users', () => {
    const alarms = resourcesOf(production, 'AWS::CloudWatch::Alarm');
    for (const [, alarm] of alarms) {
      expect(alarm).toMatchObject({
        AlarmActions: [{ Ref: expect.stringContaining('Topic') }],
        AlarmDescription: expect.stringMatching(/\w{3}.+\.$/),
        TreatMissingData: expect.stringMatching(/^(notBreaching|breaching)$/),
      });
    }
    expect(resourceNamed(production, 'AWS::SNS::Subscription', 'MonitoringAlarms').Endpoint).toBe(
      'operations@example.com',
    );
  });

  it('lets the alarms of this account publish to its topic', () => {
    const { PolicyDocument } = resourceNamed(production, 'AWS::SNS::TopicPolicy', 'MonitoringAlarms');
    expect((PolicyDocument as { Statement: unknown }).Statement).toContainEqual({
      Action: 'sns:Publish',
      Effect: 'Allow',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Resource: { Ref: expect.stringContaining('Topic') },
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      Sid: expect.any(String),
    });
  });

  it('sends a warning before a month exceeds the budget', () => {
    expect(onlyResource(production, 'AWS::Budgets::Budget')).toMatchObject({
      Budget: { BudgetLimit: { Amount: 500, Unit: 'USD' } },
      NotificationsWithSubscribers: [
        { Notification: { NotificationType: 'FORECASTED', Threshold: 80 } },
        { Notification: { NotificationType: 'ACTUAL', Threshold: 100 } },
      ],
    });
  });
});
