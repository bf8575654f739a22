import {
  type Grant,
  type GrantList,
  type Item,
  maximumPageSize,
  type PutGrant,
  type ShareNotice,
} from '@share-my-files/contract';
import { v7 as newId } from 'uuid';
import type { AccountService } from '#account/account-service.ts';
import type { Database, Executor } from '#db/database.ts';
import type { Actor } from '#db/item-access.ts';
import { conflict, invalidRequest, limitReached, notFound } from '#errors.ts';
import { type ActorFor, authorize, authorizeForUpdate } from '#files/access-service.ts';
import { deleteGrant, findGrant, type GrantRow, listGrants, upsertGrant } from './grant-repository.ts';
import type { ShareNotices } from './share-mail-service.ts';
import { listNotices, reserveNotice } from './share-notice-service.ts';
import { claimGrants, findVerifiedUser } from './system-invitation-repository.ts';

type ShareServiceDependencies = {
  database: Database;
  actorFor: ActorFor;
  accounts: Pick<AccountService, 'getMe'>;
  notices: ShareNotices;
};

export type ShareService = ReturnType<typeof createShareService>;

const toGrant = ({ granteeId, createdAt, ...grant }: GrantRow): Grant => ({
  ...grant,
  state: granteeId === null ? 'invited' : 'active',
  createdAt: createdAt.toISOString(),
});

/** Claims grants to a verified email address; resolves to `false` if more may remain. */
export const claimInvitations = (tx: Executor, userId: string, email: string): Promise<boolean> =>
  claimGrants(tx, userId, email);

// The list of grants is a single page.
const requireRoomForGrant = async (tx: Executor, actor: Actor, itemId: string): Promise<void> => {
  if ((await listGrants(tx, actor, itemId)).length <= maximumPageSize) return;
  throw limitReached(`You can share with up to ${maximumPageSize} people. Remove someone first.`);
};

/** Returns the grant and whether to notify the recipient. Locks the item, so that two requests cannot both add it. */
const saveGrant = async (
  tx: Executor,
  actor: Actor,
  itemId: string,
  { email, role }: PutGrant,
): Promise<{ grant: GrantRow; kind: Item['kind']; isNoticeDue: boolean }> => {
  const item = await authorizeForUpdate(tx, actor, itemId);
  const kind = item.kind ?? 'file';
  if (item.trashedAt !== null) throw conflict(`Restore the ${kind} from the trash first.`);
  const id = newId();
  const granteeId = (await findVerifiedUser(tx, email)) ?? null;
  await upsertGrant(tx, { id, itemId, email, granteeId, role });
  const grant = await findGrant(tx, actor, itemId, email);
  if (grant === undefined) throw new Error('A saved grant was not found.');
  if (grant.id !== id) return { grant, kind, isNoticeDue: false };
  await requireRoomForGrant(tx, actor, itemId);
  return { grant, kind, isNoticeDue: await reserveNotice(tx, actor.userId, { itemId, email }) };
};

/** Claims the grant for a recipient whose first sign-in committed concurrently. */
const claimForNewUser = async (
  { queries, transaction }: Database,
  actor: Actor,
  itemId: string,
  grant: GrantRow,
): Promise<GrantRow> => {
  const granteeId = await findVerifiedUser(queries, grant.email);
  if (granteeId === undefined) return grant;
  await transaction((tx) => claimGrants(tx, granteeId, grant.email));
  return (await findGrant(queries, actor, itemId, grant.email)) ?? grant;
};

export const createShareService = ({ database, actorFor, accounts, notices }: ShareServiceDependencies) => ({
  listGrants: async (userId: string, itemId: string): Promise<GrantList> => {
    const actor = actorFor(userId, 'listGrants');
    await authorize(database.queries, actor, itemId);
    return { grants: (await listGrants(database.queries, actor, itemId)).map(toGrant) };
  },

  listNotices: (userId: string): Promise<ShareNotice[]> => listNotices(database.queries, userId),

  /** Grants or changes a role, and notifies a new recipient. */
  putGrant: async (userId: string, itemId: string, input: PutGrant): Promise<Grant> => {
    const actor = actorFor(userId, 'putGrant');
    const sharer = await accounts.getMe(userId);
    if (sharer.email === input.email) {
      await authorize(database.queries, actor, itemId);
      throw invalidRequest([{ path: 'email', message: 'You already have access, as the owner.' }]);
    }
    const {
      grant: saved,
      kind,
      isNoticeDue,
    } = await database.transaction((tx) => saveGrant(tx, actor, itemId, input));
    const grant = saved.granteeId ? saved : await claimForNewUser(database, actor, itemId, saved);
    if (isNoticeDue) await notices.announceGrant({ grant: toGrant(grant), kind, ownerName: sharer.name });
    return toGrant(grant);
  },

  revokeGrant: async (userId: string, itemId: string, grantId: string): Promise<void> => {
    const actor = actorFor(userId, 'revokeGrant');
    if (await database.transaction((tx) => deleteGrant(tx, actor, itemId, grantId))) return;
    await authorize(database.queries, actor, itemId);
    throw notFound();
  },
});
