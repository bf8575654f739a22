import { Duration } from 'aws-cdk-lib';
import { type IMetric, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ApiFunction } from '../api/api-function.ts';
import type { ApiGateway } from '../api/api-gateway.ts';
import type { Sweeper } from '../api/sweeper.ts';
import type { UserPool } from '../auth/user-pool.ts';
import type { UserPoolClient } from '../auth/user-pool-client.ts';
import type { Database } from '../database/database.ts';
import type { DatabaseBackup } from '../database/database-backup.ts';
import type { MailIdentity } from '../mail/mail-identity.ts';

/** The app's metrics: over five minutes, those of the sweeper over two of its runs or more. */
export type Metrics = Readonly<
  Record<
    | 'requests'
    | 'gatewayErrors'
    | 'apiErrors'
    | 'apiThrottles'
    | 'apiDuration'
    | 'apiConcurrency'
    | 'sweeperErrors'
    | 'sweeperRuns'
    | 'signInThrottles'
    | 'transactions'
    | 'conflicts'
    | 'queryTimeouts'
    | 'storedBytes',
    IMetric
  > &
    Partial<Record<'failedBackups' | 'completedBackups' | 'bounceRate' | 'complaintRate', IMetric>>
>;

/** The monitored resources. */
export type Observed = {
  gateway: ApiGateway;
  api: ApiFunction;
  sweeper: Sweeper;
  userPool: UserPool;
  userPoolClient: UserPoolClient;
  database: Database;
  backup: DatabaseBackup | undefined;
  mailIdentity: MailIdentity | undefined;
};

const period = Duration.minutes(5);

/** Metrics of AWS/AuroraDSQL: https://docs.aws.amazon.com/aurora-dsql/latest/userguide/cloudwatch-monitoring.html */
const databaseMetric = ({ cluster }: Database, metricName: string, statistic = 'Sum') =>
  new Metric({
    namespace: 'AWS/AuroraDSQL',
    metricName,
    dimensionsMap: { ClusterId: cluster.id },
    statistic,
    period,
  });

// A schedule is precise to a minute, so each period contains a run.
const collectSweeperMetrics = ({ implementation, interval }: Sweeper) => {
  const twoRuns = Duration.minutes(Math.max(2 * interval.toMinutes(), period.toMinutes()));
  return {
    sweeperErrors: implementation.function.metricErrors({ period: twoRuns }),
    sweeperRuns: implementation.function.metricInvocations({ period: twoRuns }),
  };
};

/** Metrics of AWS/Backup: https://docs.aws.amazon.com/aws-backup/latest/devguide/cloudwatch.html */
const collectBackupMetrics = ({ vault }: DatabaseBackup) => {
  const jobs = (outcome: string, per: Duration) =>
    new Metric({
      namespace: 'AWS/Backup',
      metricName: `NumberOfBackupJobs${outcome}`,
      dimensionsMap: { BackupVaultName: vault.backupVaultName },
      statistic: 'Sum',
      period: per,
    });
  return {
    failedBackups: jobs('Failed', Duration.hours(1)),
    completedBackups: jobs('Completed', Duration.days(1)),
  };
};

/** Those of the account: https://docs.aws.amazon.com/ses/latest/dg/reputationdashboard-cloudwatch-alarm.html */
const reputation = (rate: string) =>
  new Metric({ namespace: 'AWS/SES', metricName: `Reputation.${rate}`, period: Duration.hours(1) });
const reputationMetrics = {
  bounceRate: reputation('BounceRate'),
  complaintRate: reputation('ComplaintRate'),
};

/** Collects the metrics of the resources. */
export const collectMetrics = ({
  gateway,
  api,
  sweeper,
  database,
  backup,
  mailIdentity,
  ...auth
}: Observed): Metrics => ({
  ...(backup && collectBackupMetrics(backup)),
  ...(mailIdentity && reputationMetrics),
  ...collectSweeperMetrics(sweeper),
  requests: gateway.requests,
  gatewayErrors: gateway.serverErrors,
  apiErrors: api.live.metricErrors({ period }),
  apiThrottles: api.live.metricThrottles({ period }),
  apiDuration: api.live.metricDuration({ period, statistic: 'p99' }),
  apiConcurrency: api.live.metric('ConcurrentExecutions', { period, statistic: 'Maximum' }),
  signInThrottles: new Metric({
    namespace: 'AWS/Cognito',
    metricName: 'SignInThrottles',
    dimensionsMap: {
      UserPool: auth.userPool.pool.userPoolId,
      UserPoolClient: auth.userPoolClient.client.userPoolClientId,
    },
    statistic: 'Sum',
    period,
  }),
  transactions: databaseMetric(database, 'TotalTransactions'),
  conflicts: databaseMetric(database, 'OccConflicts'),
  queryTimeouts: databaseMetric(database, 'QueryTimeouts'),
  storedBytes: databaseMetric(database, 'ClusterStorageSize', 'Maximum'),
});
