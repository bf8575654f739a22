import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { awsClientLimits } from '#aws-client.ts';

type Mail = { to: string; subject: string; text: string };

/** Sends one mail; rejects with `MailNotSentError`. */
export type SendMail = (mail: Mail) => Promise<void>;

/** Has no `cause`: an SES message may contain the recipient's address, and this error is logged. */
class MailNotSentError extends Error {
  override readonly name = 'MailNotSentError';
  /** The name of SES's error. */
  readonly code: string;

  constructor(code: string) {
    super('The mail service rejected the mail.');
    this.code = code;
  }
}

type MailSettings = {
  region: string;
  endpoint: string | undefined;
  from: string;
  /** The configuration set of SES, which handles bounces and complaints. */
  configurationSet: string | undefined;
};

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

/** Uses the SES API rather than SMTP, so that the IAM role of the API is the only credential. */
export const createSesMailer = ({ region, endpoint, from, configurationSet }: MailSettings): SendMail => {
  const ses = new SESv2Client({
    region,
    ...(endpoint !== undefined && { endpoint }),
    ...awsClientLimits,
  });
  return async ({ to, subject, text }) => {
    const command = new SendEmailCommand({
      FromEmailAddress: from,
      ConfigurationSetName: configurationSet,
      Destination: { ToAddresses: [to] },
      Content: { Simple: { Subject: utf8(subject), Body: { Text: utf8(text) } } },
    });
    await ses.send(command).catch((error: unknown) => {
      throw new MailNotSentError(error instanceof Error ? error.name : typeof error);
    });
  };
};
