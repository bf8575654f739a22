import { Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Metrics } from './metrics.ts';

export type AlarmsProps = { metrics: Metrics; notify: string | undefined };

type Rule = {
  id: string;
  /** What the alarm means, for the person on call. */
  means: string;
  metric: IMetric;
  threshold: number;
  periods?: number;
  /** Fires below the threshold instead of from it on, and if there is no data. */
  isMinimum?: boolean;
};

const backupRulesFor = ({ failedBackups, completedBackups }: Metrics): Rule[] =>
  failedBackups === undefined || completedBackups === undefined
    ? []
    : [
        {
          id: 'BackupFailed',
          means: 'A backup of the database has failed.',
          metric: failedBackups,
          threshold: 1,
        },
        {
          id: 'BackupMissing',
          means:
            'The database has not been backed up for two days. Expected once after the first deployment.',
          metric: completedBackups,
          threshold: 1,
          periods: 2,
          isMinimum: true,
        },
      ];

// From these rates on, AWS reviews an account.
const mailRulesFor = ({ bounceRate, complaintRate }: Metrics): Rule[] =>
  bounceRate === undefined || complaintRate === undefined
    ? []
    : [
        { id: 'MailBounces', means: 'SES: 5 % of all mails bounce.', metric: bounceRate, threshold: 0.05 },
        {
          id: 'MailComplaints',
          means: 'SES: one of 1,000 mails is marked as spam.',
          metric: complaintRate,
          threshold: 0.001,
        },
      ];

const rulesFor = (metrics: Metrics): Rule[] => [
  ...mailRulesFor(metrics),
  ...backupRulesFor(metrics),
  {
    id: 'ApiErrors',
    means: 'Requests to the API crash or time out.',
    metric: metrics.apiErrors,
    threshold: 5,
  },
  {
    id: 'ApiThrottles',
    means: 'Lambda throttles requests: no instance is left.',
    metric: metrics.apiThrottles,
    threshold: 1,
  },
  {
    id: 'ApiSlow',
    means: 'The slowest 1 % of requests take 3 s or more.',
    metric: metrics.apiDuration,
    threshold: 3000,
    periods: 3,
  },
  {
    id: 'GatewayErrors',
    means: 'API Gateway responds with 5xx.',
    metric: metrics.gatewayErrors,
    threshold: 5,
  },
  {
    id: 'SweeperErrors',
    means: 'The sweeper keeps failing: interrupted uploads and deletions are not finished.',
    metric: metrics.sweeperErrors,
    threshold: 1,
    periods: 2,
  },
  {
    id: 'SweeperStopped',
    means: 'The sweeper does not run: its schedule is disabled, or Lambda throttles it.',
    metric: metrics.sweeperRuns,
    threshold: 1,
    periods: 2,
    isMinimum: true,
  },
  {
    id: 'SignInThrottles',
    means: 'Cognito throttles sign-ins: its quota is exceeded.',
    metric: metrics.signInThrottles,
    threshold: 1,
  },
];

const fromThreshold = {
  comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
  treatMissingData: TreatMissingData.NOT_BREACHING,
};
const belowThreshold = {
  comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
  treatMissingData: TreatMissingData.BREACHING,
};

/** Sends an email when users are affected, or soon will be. */
export class Alarms extends Construct {
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, { metrics, notify }: AlarmsProps) {
    super(scope, id);
    const topic = new Topic(this, 'Topic', { enforceSSL: true });
    // The policy that enforces TLS replaces SNS's default, which lets alarms of the account publish.
    topic.grantPublish(
      new ServicePrincipal('cloudwatch.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    if (notify !== undefined) topic.addSubscription(new EmailSubscription(notify));

    this.alarms = rulesFor(metrics).map(({ id: ruleId, means, metric, threshold, ...rule }) => {
      const alarm = new Alarm(this, ruleId, {
        alarmDescription: means,
        metric,
        threshold,
        evaluationPeriods: rule.periods ?? 1,
        ...(rule.isMinimum ? belowThreshold : fromThreshold),
      });
      alarm.addAlarmAction(new SnsAction(topic));
      alarm.addOkAction(new SnsAction(topic));
      return alarm;
    });
  }
}
