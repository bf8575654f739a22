import { Dashboard as CloudWatchDashboard, GraphWidget, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Metrics } from './metrics.ts';

export type DashboardProps = { metrics: Metrics };

const graph = (title: string, ...left: IMetric[]) => new GraphWidget({ title, left, width: 8, height: 6 });

/** The state of the app on one page. */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, { metrics }: DashboardProps) {
    super(scope, id);
    const dashboard = new CloudWatchDashboard(this, 'Dashboard');
    dashboard.addWidgets(
      graph('Requests', metrics.requests),
      graph('Failures', metrics.gatewayErrors, metrics.apiErrors, metrics.apiThrottles),
      graph('Latency p99 (ms)', metrics.apiDuration),
    );
    dashboard.addWidgets(
      graph('Transactions', metrics.transactions),
      graph('Conflicts and timeouts', metrics.conflicts, metrics.queryTimeouts),
      graph('Rows (bytes)', metrics.storedBytes),
    );
    dashboard.addWidgets(
      graph('Instances', metrics.apiConcurrency),
      graph('Sweeper failures', metrics.sweeperErrors),
      graph('Throttled sign-ins', metrics.signInThrottles),
    );
  }
}
