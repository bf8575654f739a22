import { describe, expect, it } from 'vitest';
import { configOf, synthesize } from './support/synthesize.ts';
import { type Json, onlyResource, permissionsOf, resourceNamed } from './support/template.ts';

const mail = { from: 'ShareMyFiles <no-reply@example.com>', identity: 'domain' } as const;
const waiting = synthesize(configOf('production', { mail: { ...mail, verified: false } }));
const sending = synthesize(configOf('production', { mail: { ...mail, verified: true } }));

const variablesOf = (template: typeof sending) =>
  (
    resourceNamed(template, 'AWS::Lambda::Function', 'ProgramsApiExpress').Environment as {
      Variables: Json;
    }
  ).Variables;

const configurationSet = { Ref: expect.stringMatching(/^MailIdentityEventsConfigurationSet/) };

describe('The sender of mails', () => {
  it('is unused until SES sends to everybody: users would get neither codes nor invitations', () => {
    expect(onlyResource(waiting, 'AWS::Cognito::UserPool').EmailConfiguration).toEqual({
      EmailSendingAccount: 'COGNITO_DEFAULT',
    });
    expect(variablesOf(waiting)).not.toHaveProperty('MAIL_FROM');
  });

  it('sends the mails of Cognito and of the API with the same configuration set', () => {
    expect(onlyResource(sending, 'AWS::Cognito::UserPool').EmailConfiguration).toMatchObject({
      EmailSendingAccount: 'DEVELOPER',
      From: mail.from,
      ConfigurationSet: configurationSet,
    });
    expect(variablesOf(sending)).toMatchObject({
      MAIL_FROM: mail.from,
      MAIL_CONFIGURATION_SET: configurationSet,
    });
  });

  it('may be used by the API together with its configuration set only', () => {
    const sends = permissionsOf(sending, 'ProgramsApiExpress').filter(([action]) =>
      action.startsWith('ses:'),
    );

    expect(sends.map(([action]) => action)).toEqual(['ses:SendEmail']);
    expect(sends[0]?.[1]).toContain(':identity/",{"Ref":"MailIdentity');
    expect(sends[0]?.[1]).toContain(':configuration-set/",{"Ref":"MailIdentityEventsConfigurationSet');
  });

  it('is created once per account and Region, also for two environments with the same domain', () => {
    const second = synthesize(
      configOf('production', { mail: { ...mail, verified: true, identityExists: true } }),
    );

    second.resourceCountIs('AWS::SES::EmailIdentity', 0);
    expect(onlyResource(second, 'AWS::Cognito::UserPool').EmailConfiguration).toMatchObject({
      SourceArn: {
        'Fn::Join': ['', expect.arrayContaining([expect.stringContaining(':identity/example.com')])],
      },
    });
    expect(JSON.stringify(permissionsOf(second, 'ProgramsApiExpress'))).toContain(':identity/example.com');
  });
});

describe('Bounces and complaints', () => {
  it('put an address on the suppression list, and reach the operator', () => {
    expect(onlyResource(sending, 'AWS::SES::ConfigurationSet')).toMatchObject({
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
      ReputationOptions: { ReputationMetricsEnabled: true },
    });
    expect(onlyResource(sending, 'AWS::SES::ConfigurationSetEventDestination')).toMatchObject({
      EventDestination: {
        MatchingEventTypes: ['bounce', 'complaint', 'reject'],
        SnsDestination: { TopicARN: { Ref: expect.stringMatching(/^MailIdentityEventsTopic/) } },
      },
    });
    expect(resourceNamed(sending, 'AWS::SNS::Subscription', 'MailIdentityEvents').Endpoint).toBe(
      'operations@example.com',
    );
  });

  it('may be published to the topic by SES', () => {
    expect(JSON.stringify(resourceNamed(sending, 'AWS::SNS::TopicPolicy', 'MailIdentityEvents'))).toContain(
      '"Principal":{"Service":"ses.amazonaws.com"}',
    );
  });

  it.each([
    ['MailBounces', 'Reputation.BounceRate', 0.05],
    ['MailComplaints', 'Reputation.ComplaintRate', 0.001],
  ])('set off the alarm %s before AWS reviews the account', (id, MetricName, Threshold) => {
    expect(resourceNamed(sending, 'AWS::CloudWatch::Alarm', `MonitoringAlarms${id}`)).toMatchObject({
      Namespace: 'AWS/SES',
      MetricName,
      Threshold,
    });
  });
});
