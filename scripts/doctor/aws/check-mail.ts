import { GetAccountCommand, GetEmailIdentityCommand, type SESv2Client } from '@aws-sdk/client-sesv2';
import { identityNameOf } from '../../../infra/constructs/mail/sender.ts';
import type { MailSettings } from '../../../infra/constructs/mail/settings.ts';
import { error, type Finding, ok, warning } from '../finding.ts';
import { describeCause } from './describe-cause.ts';

const requestAccess =
  'Request production access: https://docs.aws.amazon.com/ses/latest/dg/request-production-access.html';

const isVerified = async (ses: SESv2Client, EmailIdentity: string): Promise<boolean> => {
  try {
    return (await ses.send(new GetEmailIdentityCommand({ EmailIdentity }))).VerifiedForSendingStatus === true;
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'NotFoundException') return false;
    throw cause;
  }
};

const checkAccount = async (ses: SESv2Client, report: typeof error): Promise<Finding> => {
  const { ProductionAccessEnabled, SendingEnabled } = await ses.send(new GetAccountCommand());
  if (ProductionAccessEnabled !== true)
    return report(
      'SES account',
      'is in the sandbox: only verified addresses would get a code',
      requestAccess,
    );
  if (SendingEnabled !== true)
    return report('SES account', 'may not send', 'Read why on the account dashboard of SES.');
  return ok('SES account', 'has production access');
};

const checkIdentity = async (ses: SESv2Client, name: string, report: typeof error): Promise<Finding> =>
  (await isVerified(ses, name))
    ? ok('SES identity', `${name} is verified`)
    : report(
        'SES identity',
        `${name} is not verified`,
        'Publish the DNS records that the SES console shows.',
      );

/** Checks what `mail.verified` claims: that SES has verified the sender and that the account may send to everybody. */
export const checkMail = async (ses: SESv2Client, mail: MailSettings | undefined): Promise<Finding[]> => {
  if (mail === undefined) return [ok('mail', 'Cognito sends up to 50 codes a day; there are no invitations')];
  const report = mail.verified ? error : warning;
  try {
    return [await checkIdentity(ses, identityNameOf(mail), report), await checkAccount(ses, report)];
  } catch (cause) {
    return [warning('mail', describeCause(cause), 'Allow ses:GetAccount and ses:GetEmailIdentity.')];
  }
};
