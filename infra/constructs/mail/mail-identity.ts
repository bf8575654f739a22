import { Stack } from 'aws-cdk-lib';
import { UserPoolEmail } from 'aws-cdk-lib/aws-cognito';
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IPublicHostedZone } from 'aws-cdk-lib/aws-route53';
import { EmailIdentity, Identity, type IEmailIdentity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { MailEvents } from './mail-events.ts';
import { identityNameOf, parseSender } from './sender.ts';
import type { MailSettings } from './settings.ts';

export type MailIdentityProps = MailSettings & {
  /** The zone for the DKIM records, if it is that of the sender's domain. */
  hostedZone: IPublicHostedZone | undefined;
  /** The address for bounces and complaints. */
  notify: string | undefined;
};

/**
 * The sender of mails in Amazon SES: for the API's invitations and Cognito's codes.
 * @see https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html
 */
export class MailIdentity extends Construct {
  /** For the API's mails; absent until SES sends to everybody. */
  readonly sender: { from: string; configurationSet: string } | undefined;
  /** For the user pool, which sends at most 50 mails a day until the identity is verified. */
  readonly userPoolEmail: UserPoolEmail;
  readonly #identity: IEmailIdentity;
  readonly #events: MailEvents;
  readonly #address: string;

  constructor(scope: Construct, id: string, props: MailIdentityProps) {
    super(scope, id);
    this.#address = parseSender(props.from).address;
    this.#identity = this.#createIdentity(props);
    this.#events = new MailEvents(this, 'Events', { notify: props.notify });
    const { configurationSetName } = this.#events.configurationSet;
    this.sender = props.verified ? { from: props.from, configurationSet: configurationSetName } : undefined;
    this.userPoolEmail = props.verified
      ? this.#sendFrom(props, configurationSetName)
      : UserPoolEmail.withCognito();
  }

  /** Lets the role send mails as this identity and with its configuration set, with the sender's address only. */
  grantSend(role: IRole): void {
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['ses:SendEmail'],
        resources: [
          this.#identity.emailIdentityArn,
          Stack.of(this).formatArn({
            service: 'ses',
            resource: 'configuration-set',
            resourceName: this.#events.configurationSet.configurationSetName,
          }),
        ],
        conditions: { StringEquals: { 'ses:FromAddress': this.#address } },
      }),
    );
  }

  #createIdentity(props: MailIdentityProps): IEmailIdentity {
    const { identity, hostedZone, identityExists = false } = props;
    if (identityExists) return EmailIdentity.fromEmailIdentityName(this, 'Identity', identityNameOf(props));
    const { address, domain } = parseSender(props.from);
    const ofDomain =
      hostedZone?.zoneName === domain ? Identity.publicHostedZone(hostedZone) : Identity.domain(domain);
    return new EmailIdentity(this, 'Identity', {
      identity: identity === 'domain' ? ofDomain : Identity.email(address),
    });
  }

  #sendFrom({ from, identity }: MailIdentityProps, configurationSetName: string): UserPoolEmail {
    const { name, address, domain } = parseSender(from);
    return UserPoolEmail.withSES({
      fromEmail: address,
      ...(name !== undefined && { fromName: name }),
      sesRegion: Stack.of(this).region,
      ...(identity === 'domain' && { sesVerifiedDomain: domain }),
      configurationSetName,
    });
  }
}
