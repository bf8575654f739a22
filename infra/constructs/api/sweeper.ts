import { Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import { acknowledgeWildcard } from '../acknowledge.ts';
import { NodeFunction } from '../functions/node-function.ts';
import { type AppResources, grantResources, toEnvironment } from './app-environment.ts';
import type { SweeperSettings } from './settings.ts';

export type SweeperProps = {
  code: Code;
  settings: SweeperSettings;
  resources: AppResources;
  logRetentionDays: number;
  destroyable: boolean;
};

const longestRunMinutes = 10;

/**
 * Finishes interrupted deletions and aborts abandoned uploads, on a schedule. It has its own role and sends no mail. A
 * run ends before the next one starts. That only saves work: two runs at once, like a run and a request, are safe. A
 * reserved concurrency of one would do the same, but a new account cannot reserve any.
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/what-is-scheduler.html
 */
export class Sweeper extends Construct {
  readonly implementation: NodeFunction;
  readonly interval: Duration;

  constructor(scope: Construct, id: string, props: SweeperProps) {
    super(scope, id);
    const { profileBucket } = props.resources;
    const { everyMinutes } = props.settings;
    this.interval = Duration.minutes(everyMinutes);
    const longestRun = Duration.minutes(Math.min(everyMinutes, longestRunMinutes));
    this.implementation = new NodeFunction(this, 'Sweep', {
      description: 'Finishes interrupted uploads and deletions.',
      code: props.code,
      entry: 'sweep-lambda',
      memoryMegabytes: 512,
      timeout: longestRun,
      environment: {
        ...toEnvironment(props.resources),
        ...(profileBucket && { S3_PROFILE_BUCKET: profileBucket.bucket.bucketName }),
      },
      logRetentionDays: props.logRetentionDays,
      destroyable: props.destroyable,
    });
    grantResources(this.implementation.role, props.resources);
    // It deletes the Cognito user and the picture at the end of an account's deletion.
    profileBucket?.grantDeletion(this.implementation.role);
    props.resources.userPool.pool.grant(
      this.implementation.role,
      'cognito-idp:ListUsers',
      'cognito-idp:AdminDeleteUser',
    );

    // EventBridge Scheduler invokes asynchronously: Lambda itself would repeat a failed run twice, and a throttled one for
    // six hours. https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
    this.implementation.function.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: longestRun });

    const scheduler = new Role(this, 'SchedulerRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com'),
    });
    acknowledgeWildcard(
      scheduler,
      this.implementation.function,
      ':*',
      'Any version of this one function: the schedule invokes the latest.',
    );
    new Schedule(this, 'Schedule', {
      description: 'Runs the sweeper.',
      schedule: ScheduleExpression.rate(this.interval),
      // The next run is the retry.
      target: new LambdaInvoke(this.implementation.function, { role: scheduler, retryAttempts: 0 }),
    });
  }
}
