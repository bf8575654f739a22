import type { ShareNotice } from '@share-my-files/contract';
import { lockAccount } from '#account/quota-service.ts';
import type { Executor, Reader } from '#db/database.ts';
import { tooManyRequests } from '#errors.ts';
import { countNotices, deleteOldNotices, findNotices, recordNotice } from './share-notice-repository.ts';

const noticesPerDay = 100;

/**
 * Throttles notifications to one per file, recipient and day, and to a daily limit per owner. Resolves to whether to
 * send one; throws `too_many_requests` at the daily limit.
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
  throw tooManyRequests(`You can share up to ${noticesPerDay} times a day. Try again tomorrow.`);
};

export const listNotices = async (reader: Reader, ownerId: string): Promise<ShareNotice[]> => {
  const notices = await findNotices(reader, ownerId);
  return notices.map(({ sentAt, ...notice }) => ({ ...notice, sentAt: sentAt.toISOString() }));
};
