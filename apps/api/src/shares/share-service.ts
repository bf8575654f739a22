import { type Grant, type GrantList, maximumPageSize, type PutGrant } from '@share-my-files/contract';
import { v7 as newId } from 'uuid';
import type { AccountService } from '#account/account-service.ts';
import type { Database, Executor } from '#db/database.ts';
import { conflict, invalidRequest, limitReached, notFound } from '#errors.ts';
import { requireRole, requireRoleForUpdate } from '#files/access-service.ts';
import { deleteGrant, findGrant, type GrantRow, listGrants, upsertGrant } from './grant-repository.ts';
import type { ShareNotices } from './share-mail-service.ts';
import { claimNotice } from './share-notice-service.ts';
import { claimGrants, findHolder } from './system-invitation-repository.ts';

type ShareServiceDependencies = {
  database: Database;
  accounts: Pick<AccountService, 'readAccount'>;
  notices: ShareNotices;
};

export type ShareService = ReturnType<typeof createShareService>;

const toGrant = ({ granteeId, createdAt, ...grant }: GrantRow): Grant => ({
  ...grant,
  state: granteeId === null ? 'invited' : 'active',
  createdAt: createdAt.toISOString(),
});

/** Called when a user has proved to hold an address, and again while it resolves to false. */
export const claimInvitations = (tx: Executor, userId: string, email: string): Promise<boolean> =>
  claimGrants(tx, userId, email);

// Their list has no second page.
const checkRoom = async (tx: Executor, ownerId: string, itemId: string): Promise<void> => {
  if ((await listGrants(tx, ownerId, itemId)).length <= maximumPageSize) return;
  throw limitReached(`A file can be shared with ${maximumPageSize} people. Remove somebody first.`);
};

/** Tells whether to write to the person; the item is locked, so two requests cannot both add the grant. */
const saveGrant = async (
  tx: Executor,
  ownerId: string,
  itemId: string,
  { email, role }: PutGrant,
): Promise<{ grant: GrantRow; isNoticeDue: boolean }> => {
  const item = await requireRoleForUpdate(tx, ownerId, itemId, 'owner');
  if (item.trashedAt !== null) throw conflict('Take the file out of the trash first.');
  const id = newId();
  const granteeId = (await findHolder(tx, email)) ?? null;
  await upsertGrant(tx, { id, itemId, email, granteeId, role });
  const grant = await findGrant(tx, ownerId, itemId, email);
  if (grant === undefined) throw new Error('A grant is missing in the transaction that wrote it.');
  if (grant.id !== id) return { grant, isNoticeDue: false };
  await checkRoom(tx, ownerId, itemId);
  return { grant, isNoticeDue: await claimNotice(tx, ownerId, { itemId, email }) };
};

/** Finds a grantee who signed in for the first time while the grant was written, unseen by it. */
const claimIfHeldMeanwhile = async (
  { queries, transaction }: Database,
  ownerId: string,
  itemId: string,
  grant: GrantRow,
) => {
  const holder = await findHolder(queries, grant.email);
  if (holder === undefined) return grant;
  await transaction((tx) => claimGrants(tx, holder, grant.email));
  return (await findGrant(queries, ownerId, itemId, grant.email)) ?? grant;
};

export const createShareService = ({ database, accounts, notices }: ShareServiceDependencies) => ({
  listGrants: async (userId: string, itemId: string): Promise<GrantList> => {
    await requireRole(database.queries, userId, itemId, 'owner');
    return { grants: (await listGrants(database.queries, userId, itemId)).map(toGrant) };
  },

  /** Gives or changes one person's role, and writes to somebody new. */
  putGrant: async (userId: string, itemId: string, wish: PutGrant): Promise<Grant> => {
    const owner = await accounts.readAccount(userId);
    if (owner.email === wish.email) {
      await requireRole(database.queries, userId, itemId, 'owner');
      throw invalidRequest([{ path: 'email', message: 'This file is yours already.' }]);
    }
    const { grant: saved, isNoticeDue } = await database.transaction((tx) =>
      saveGrant(tx, userId, itemId, wish),
    );
    const grant = saved.granteeId ? saved : await claimIfHeldMeanwhile(database, userId, itemId, saved);
    if (isNoticeDue) await notices.announceGrant({ grant: toGrant(grant), ownerName: owner.name });
    return toGrant(grant);
  },

  revokeGrant: async (userId: string, itemId: string, grantId: string): Promise<void> => {
    if (await database.transaction((tx) => deleteGrant(tx, userId, itemId, grantId))) return;
    await requireRole(database.queries, userId, itemId, 'owner');
    throw notFound();
  },
});
