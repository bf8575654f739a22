import { type Grant, type Item, productName, webPaths } from '@share-my-files/contract';
import type { Logger } from 'pino';
import type { SendMail } from '#mail/mailer.ts';

type ShareNoticesDependencies = { sendMail: SendMail; publicOrigin: string; logger: Logger };

type NewGrant = {
  grant: Pick<Grant, 'id' | 'email' | 'state'>;
  kind: Item['kind'];
  ownerName: string;
};

export type ShareNotices = ReturnType<typeof createShareNotices>;

// A name is user input: keep one short line without anything that a mail client turns into a link.
const asPlainName = (name: string): string => {
  const letters = [...name.replaceAll(/[^\p{L}\p{M}\p{N} '’-]/gu, ' ').trim()];
  return letters.slice(0, 60).join('') || 'Someone';
};

const writeText = ({ grant, kind, ownerName }: NewGrant, publicOrigin: string): string => {
  const page = `${publicOrigin}${webPaths.sharedWithMe}`;
  // No word about signing up, which the pool may leave to an administrator.
  const step =
    grant.state === 'active'
      ? `Open ${page} to see it.`
      : `Open ${page} and sign in with this email address to see it.`;
  return `${asPlainName(ownerName)} shared a ${kind} with you on ${productName}.\n\n${step}\n`;
};

/** Sends mails about shares; a failure is logged and does not undo the share. */
export const createShareNotices = ({ sendMail, publicOrigin, logger }: ShareNoticesDependencies) => ({
  announceGrant: async (notice: NewGrant): Promise<void> => {
    try {
      await sendMail({
        to: notice.grant.email,
        subject: `A ${notice.kind} was shared with you`,
        text: writeText(notice, publicOrigin),
      });
    } catch (err) {
      logger.warn({ err, grantId: notice.grant.id }, 'failed to send the mail about a share');
    }
  },
});
