import { Duration } from 'aws-cdk-lib';
import { type IMetric, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ApiFunction } from '../api/api-function.ts';
import type { ApiGateway } from '../api/api-gateway.ts';
import type { Sweeper } from '../api/sweeper.ts';
import type { UserPool } from '../auth/user-pool.ts';
import type { UserPoolClient } from '../auth/user-pool-client.ts';
import type { Database } from '../database/database.ts';

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
  >
>;

/** The monitored resources. */
export type Observed = {
  gateway: ApiGateway;
  api: ApiFunction;
  sweeper: Sweeper;
  userPool: UserPool;
  userPoolClient: UserPoolClient;
  database: Database;
};

const period = Duration.minutes(5);

/** Metrics of AWS/AuroraDSQL: https://docs.aws.amazon.com/aurora-dsql/latest/userguide/cloudwatch-monitoring.html */
const databaseMetric = ({ cluster }: Database, metricName: string, statistic = 'Sum') =>
  new Metric({
    namespace: 'AWS/AuroraDSQL',
    metricName,
    dimensionsMap: { ClusterId: cluster.attrIdentifier },
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

/** Collects the metrics of the resources. */
export const collectMetrics = ({ gateway, api, sweeper, database, ...auth }: Observed): Metrics => ({
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
