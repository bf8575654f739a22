import { describe, expect, it } from 'vitest';
import { backupRetention } from '../constructs/database/database-backup.ts';
import { configOf, synthesize } from './support/synthesize.ts';
import { type Json, onlyResource, permissionsOf, resourceNamed } from './support/template.ts';

const production = synthesize(configOf('production'));
const clusterArn = { 'Fn::GetAtt': [expect.stringMatching(/^DatabaseCluster/), 'ResourceArn'] };

describe('The cluster of an environment that keeps its data', () => {
  it('is backed up daily', () => {
    const { BackupPlan } = onlyResource(production, 'AWS::Backup::BackupPlan');

    expect(BackupPlan).toMatchObject({
      BackupPlanRule: [
        { ScheduleExpression: 'cron(0 3 * * ? *)', Lifecycle: { DeleteAfterDays: backupRetention.toDays() } },
      ],
    });
    expect(onlyResource(production, 'AWS::Backup::BackupSelection')).toMatchObject({
      BackupSelection: {
        Resources: [clusterArn],
        IamRoleArn: { 'Fn::GetAtt': [expect.stringMatching(/^BackupRole/), 'Arn'] },
      },
    });
  });

  it('has backups for less time than S3 keeps deleted objects, so that every row has its object', () => {
    const { LifecycleConfiguration } = resourceNamed(production, 'AWS::S3::Bucket', 'Files');
    const { Rules } = LifecycleConfiguration as { Rules: Json[] };

    expect(Rules).toContainEqual(
      expect.objectContaining({ NoncurrentVersionExpiration: { NoncurrentDays: 30 } }),
    );
    expect(backupRetention.toDays()).toBeLessThan(30);
  });

  it('has an alarm for a failed backup, and one for none in two days', () => {
    const vault = { Dimensions: [{ Name: 'BackupVaultName', Value: expect.anything() }] };

    expect(resourceNamed(production, 'AWS::CloudWatch::Alarm', 'MonitoringAlarmsBackupFailed')).toMatchObject(
      {
        ...vault,
        MetricName: 'NumberOfBackupJobsFailed',
        Threshold: 1,
      },
    );
    expect(
      resourceNamed(production, 'AWS::CloudWatch::Alarm', 'MonitoringAlarmsBackupMissing'),
    ).toMatchObject({
      ...vault,
      MetricName: 'NumberOfBackupJobsCompleted',
      Period: 86_400,
      EvaluationPeriods: 2,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
  });

  it('is not backed up in the demo, which is thrown away', () => {
    synthesize(configOf('demo')).resourceCountIs('AWS::Backup::BackupPlan', 0);
  });

  it('has the outputs that restoring a backup needs', () => {
    expect(Object.keys(production.toJSON().Outputs)).toEqual(
      expect.arrayContaining(['BackupVaultName', 'BackupRoleArn']),
    );
  });
});

describe('An existing cluster, such as a restored one', () => {
  const clusterId = 'restored00000000000000001';
  const restored = synthesize(configOf('production', { database: { clusterId } }));

  it('replaces the cluster of the stack, which stays in the account', () => {
    restored.resourceCountIs('AWS::DSQL::Cluster', 0);
    const { DeletionPolicy } = Object.values(production.findResources('AWS::DSQL::Cluster'))[0] ?? {};
    expect(DeletionPolicy).toBe('RetainExceptOnCreate');
  });

  it.each(['ProgramsApiExpress', 'ProgramsSweeperSweep', 'ProgramsMigration'])(
    'is what %s connects to, and the only one that its role gives access to',
    (prefix) => {
      const { Environment } = resourceNamed(restored, 'AWS::Lambda::Function', prefix);
      const connections = permissionsOf(restored, prefix).filter(([action]) => action.startsWith('dsql:'));

      expect(Environment).toMatchObject({
        Variables: { DSQL_ENDPOINT: `${clusterId}.dsql.eu-west-1.on.aws` },
      });
      expect(connections).toHaveLength(1);
      expect(connections[0]?.[1]).toContain(`:cluster/${clusterId}`);
    },
  );

  it('is backed up and monitored instead', () => {
    expect(JSON.stringify(restored.findResources('AWS::Backup::BackupSelection'))).toContain(
      `:cluster/${clusterId}`,
    );
    expect(JSON.stringify(restored.findResources('AWS::CloudWatch::Dashboard'))).toContain(clusterId);
  });
});
