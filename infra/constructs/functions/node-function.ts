import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  type Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { removalPolicyOf } from '../removal-policy.ts';

export type NodeFunctionProps = {
  description: string;
  code: Code;
  /** The file in `code` that exports `handler`, without its extension. */
  entry: string;
  memoryMegabytes: number;
  timeout: Duration;
  environment: Readonly<Record<string, string>>;
  reservedConcurrency?: number;
  logRetentionDays: number;
  destroyable: boolean;
};

/**
 * A Lambda function on Node.js 24 and ARM with structured logs. Its role may only write logs; callers grant the role
 * what the code needs.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html
 */
export class NodeFunction extends Construct {
  readonly function: LambdaFunction;
  /** Exists before the function, because the database has to map the role first. */
  readonly role: Role;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: NodeFunctionProps) {
    super(scope, id);
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.logGroup = new LogGroup(this, 'Logs', {
      retention: props.logRetentionDays,
      removalPolicy: removalPolicyOf(props.destroyable),
    });
    this.logGroup.grantWrite(this.role);

    this.function = new LambdaFunction(this, 'Function', {
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: props.code,
      handler: `${props.entry}.handler`,
      memorySize: props.memoryMegabytes,
      timeout: props.timeout,
      environment: props.environment,
      ...(props.reservedConcurrency !== undefined && {
        reservedConcurrentExecutions: props.reservedConcurrency,
      }),
      role: this.role.withoutPolicyUpdates(),
      logGroup: this.logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      // Otherwise CloudFormation deletes the version that a rollback of the alias needs.
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE },
    });
  }
}
