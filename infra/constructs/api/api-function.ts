import { Duration } from 'aws-cdk-lib';
import { Alias, type Code } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { NodeFunction } from '../functions/node-function.ts';
import type { MailIdentity } from '../mail/mail-identity.ts';
import { type AppResources, grantResources, toEnvironment } from './app-environment.ts';
import type { ApiSettings } from './settings.ts';

export type ApiFunctionProps = {
  code: Code;
  settings: ApiSettings;
  resources: AppResources;
  mailIdentity: MailIdentity | undefined;
  logRetentionDays: number;
  destroyable: boolean;
};

/**
 * The Express API as a Lambda function. Its role gives access to the users' files, to the cluster as one database role,
 * to the mail identity, to the list of users, and to the sign-in of users who have lost their authenticator app.
 */
export class ApiFunction extends Construct {
  readonly implementation: NodeFunction;
  /** The alias that API Gateway invokes, with the provisioned instances. */
  readonly live: Alias;

  constructor(scope: Construct, id: string, props: ApiFunctionProps) {
    super(scope, id);
    const { settings, resources, mailIdentity } = props;
    this.implementation = new NodeFunction(this, 'Express', {
      description: 'The API.',
      code: props.code,
      entry: 'lambda',
      memoryMegabytes: settings.memoryMegabytes,
      // API Gateway waits 29 seconds, then responds with 503.
      timeout: Duration.seconds(28),
      ...(settings.reservedConcurrency !== undefined && {
        reservedConcurrency: settings.reservedConcurrency,
      }),
      environment: {
        ...toEnvironment(resources),
        ...(mailIdentity?.sender && {
          MAIL_FROM: mailIdentity.sender.from,
          MAIL_CONFIGURATION_SET: mailIdentity.sender.configurationSet,
        }),
      },
      logRetentionDays: props.logRetentionDays,
      destroyable: props.destroyable,
    });
    grantResources(this.implementation.role, resources);
    mailIdentity?.grantSend(this.implementation.role);
    // A recovery code needs proof of the password, whose messages the API passes on.
    resources.userPool.pool.grant(
      this.implementation.role,
      'cognito-idp:AdminInitiateAuth',
      'cognito-idp:AdminRespondToAuthChallenge',
    );
    // It asks whether the owner of a link or a share is disabled.
    resources.userPool.pool.grant(this.implementation.role, 'cognito-idp:ListUsers');

    this.live = new Alias(this, 'Live', {
      aliasName: 'live',
      version: this.implementation.function.currentVersion,
      ...(settings.provisionedConcurrency !== undefined && {
        provisionedConcurrentExecutions: settings.provisionedConcurrency,
      }),
    });
  }
}
