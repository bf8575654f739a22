import { productName, recoveryCodesPerSet, webPaths } from '@share-my-files/contract';
import type { Logger } from 'pino';
import type { SendMail } from '#mail/mailer.ts';

type RecoveryMailsDependencies = { sendMail: SendMail; publicOrigin: string; logger: Logger };

type Recipient = { id: string; email: string };

export type RecoveryMails = ReturnType<typeof createRecoveryMails>;

const codesLeft = (left: number): string =>
  left === 1 ? '1 recovery code is left' : `${left} recovery codes are left`;

/** Sends mails about recovery codes to their owner; a failure is logged and undoes nothing. */
export const createRecoveryMails = ({ sendMail, publicOrigin, logger }: RecoveryMailsDependencies) => {
  const account = `${publicOrigin}${webPaths.account}`;
  const resetPassword = `${publicOrigin}${webPaths.resetPassword}`;

  const send = async ({ id, email }: Recipient, subject: string, lines: string[]): Promise<void> => {
    try {
      await sendMail({ to: email, subject, text: `${lines.join('\n\n')}\n` });
    } catch (err) {
      logger.warn({ err, userId: id }, 'failed to send the mail about recovery codes');
    }
  };

  return {
    announceCreation: (recipient: Recipient) =>
      send(recipient, 'New recovery codes for your account', [
        `${recoveryCodesPerSet} new recovery codes were created for your account on ${productName}. Earlier ones no longer work.`,
        `If this was not you: change your password and create new codes at ${account}`,
      ]),

    announceUse: (recipient: Recipient, left: number) =>
      send(recipient, 'A recovery code was used for your account', [
        `Somebody with your password and one of your recovery codes removed the authenticator app of your account on ${productName}. All devices were signed out.`,
        `${codesLeft(left)}. Sign in and set up an authenticator app again at ${account}`,
        `If this was not you: reset your password at once at ${resetPassword}`,
      ]),
  };
};
