import { type Grant, webPaths } from '@share-my-files/contract';
import type { Logger } from 'pino';
import type { SendMail } from '#mail/mailer.ts';

type ShareNoticesDependencies = { sendMail: SendMail; publicOrigin: string; logger: Logger };

type NewGrant = { grant: Pick<Grant, 'id' | 'email' | 'state'>; ownerName: string };

export type ShareNotices = ReturnType<typeof createShareNotices>;

// A name is somebody's text: one line, no more than a name needs, nothing a mail program makes a link of.
const asPlainName = (name: string): string => {
  const letters = [...name.replaceAll(/[^\p{L}\p{M}\p{N} '’-]/gu, ' ').trim()];
  return letters.slice(0, 60).join('') || 'Somebody';
};

const writeText = ({ grant, ownerName }: NewGrant, publicOrigin: string): string => {
  const step =
    grant.state === 'active'
      ? `Open ${publicOrigin}${webPaths.sharedWithMe} to see it.`
      : `Create an account with this e-mail address at ${publicOrigin}${webPaths.signUp} to see it.`;
  return `${asPlainName(ownerName)} has shared a file with you on ShareMyFiles.\n\n${step}\n`;
};

/** Mails about shares. A share holds whether or not its mail could be sent. */
export const createShareNotices = ({ sendMail, publicOrigin, logger }: ShareNoticesDependencies) => ({
  announceGrant: async (notice: NewGrant): Promise<void> => {
    try {
      await sendMail({
        to: notice.grant.email,
        subject: 'A file was shared with you',
        text: writeText(notice, publicOrigin),
      });
    } catch (err) {
      logger.warn({ err, grantId: notice.grant.id }, 'the mail about a share was not sent');
    }
  },
});
