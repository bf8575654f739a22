import { Stack } from 'aws-cdk-lib';
import { UserPoolEmail } from 'aws-cdk-lib/aws-cognito';
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IPublicHostedZone } from 'aws-cdk-lib/aws-route53';
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { parseSender } from './sender.ts';
import type { MailSettings } from './settings.ts';

export type MailIdentityProps = MailSettings & {
  /** The zone for the DKIM records, if it is that of the sender's domain. */
  hostedZone: IPublicHostedZone | undefined;
};

/**
 * The sender of mails in Amazon SES: for the API's invitations and Cognito's codes.
 * @see https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html
 */
export class MailIdentity extends Construct {
  readonly from: string;
  /** For the user pool, which sends at most 50 mails a day until the identity is verified. */
  readonly userPoolEmail: UserPoolEmail;
  readonly #arn: string;

  constructor(scope: Construct, id: string, props: MailIdentityProps) {
    super(scope, id);
    const { from, identity, verified, hostedZone } = props;
    const sender = parseSender(from);
    const ofDomain =
      hostedZone?.zoneName === sender.domain
        ? Identity.publicHostedZone(hostedZone)
        : Identity.domain(sender.domain);
    const emailIdentity = new EmailIdentity(this, 'Identity', {
      identity: identity === 'domain' ? ofDomain : Identity.email(sender.address),
    });

    this.from = from;
    this.#arn = emailIdentity.emailIdentityArn;
    this.userPoolEmail = verified
      ? UserPoolEmail.withSES({
          fromEmail: sender.address,
          ...(sender.name !== undefined && { fromName: sender.name }),
          sesRegion: Stack.of(this).region,
          ...(identity === 'domain' && { sesVerifiedDomain: sender.domain }),
        })
      : UserPoolEmail.withCognito();
  }

  /** Lets the role send mails as this identity, with the sender's address only. */
  grantSend(role: IRole): void {
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['ses:SendEmail'],
        resources: [this.#arn],
        conditions: { StringEquals: { 'ses:FromAddress': parseSender(this.from).address } },
      }),
    );
  }
}
