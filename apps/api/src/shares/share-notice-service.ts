import { lockAccount } from '#account/quota-service.ts';
import type { Executor } from '#db/database.ts';
import { tooManyRequests } from '#errors.ts';
import { countNotices, deleteOldNotices, recordNotice } from './share-notice-repository.ts';

const noticesPerDay = 100;

/**
 * Tells whether a mail about this share is due: of each file to each person one in a day, however often it is shared
 * and taken back. Throws `too_many_requests` when the owner has sent all the mails of a day.
 */
export const reserveNotice = async (
  tx: Executor,
  ownerId: string,
  notice: { itemId: string; email: string },
): Promise<boolean> => {
  await lockAccount(tx, ownerId);
  await deleteOldNotices(tx, ownerId);
  if (!(await recordNotice(tx, ownerId, notice))) return false;
  if ((await countNotices(tx, ownerId)) <= noticesPerDay) return true;
  throw tooManyRequests(`You can share ${noticesPerDay} times a day. Try again tomorrow.`);
};
