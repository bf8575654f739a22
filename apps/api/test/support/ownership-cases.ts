import {
  beginDeletion,
  countDeletion,
  findUser,
  isEmailOfAnother,
  prepareFindMe,
  saveProfile,
} from '#account/account-repository.ts';
import { addBytes, reserveBytes } from '#account/quota-repository.ts';
import type { Executor } from '#db/database.ts';
import type { Actor } from '#db/item-access.ts';
import {
  findItem,
  findItems,
  markItemDeleting,
  prepareListItems,
  restoreItem,
  trashItem,
  updateItem,
} from '#files/item-repository.ts';
import { listPath, moveItem, prepareListChildren } from '#folders/folder-repository.ts';
import { deleteDeadLinks, listLiveLinks, revokeLink } from '#links/link-repository.ts';
import {
  claimRecoveryCode,
  completeRemoval,
  countFailures,
  countRecoveryCodes,
  deleteRecoveryCodes,
  insertRecoveryCodes,
  makeRemovalDue,
  recordFailure,
} from '#recovery-codes/recovery-code-repository.ts';
import { listNames } from '#search/search-repository.ts';
import {
  deleteSession,
  listConfirmations,
  prepareFindSession,
  requireConfirmations,
  saveSession,
} from '#sessions/session-repository.ts';
import { deleteGrant, findGrant, listGrants } from '#shares/grant-repository.ts';
import {
  countNotices,
  deleteOldNotices,
  findNotices,
  recordNotice,
} from '#shares/share-notice-repository.ts';
import {
  extendUpload,
  findUploadInAnyState,
  listUnfinishedUploads,
  prepareFindUpload,
  recordMultipartUpload,
  transitionUpload,
} from '#uploads/upload-repository.ts';
import type { OwnedRows } from './owned-rows.ts';

type OwnershipCase = {
  /** Runs the query as the actor on rows of the owner. */
  query: (tx: Executor, actor: Actor, rows: OwnedRows) => Promise<unknown>;
  /** The query reads or writes a row of the actor's own, and so has a result for a stranger. */
  isOwn?: true;
};

const profile = { name: 'New', email: 'new@example.com', emailVerified: true };
const page = { view: 'mine', before: undefined, limit: 100 } as const;
const place = { parentId: null, name: 'new.txt', placeKey: 'new' };
const abort = { from: ['open'], to: 'aborting' } as const;

/** Queries that take a user, by file and name. */
export const ownershipCases: Record<string, Record<string, OwnershipCase>> = {
  'account/account-repository.ts': {
    prepareFindMe: { query: (tx, { userId }) => prepareFindMe(tx)(userId), isOwn: true },
    findUser: { query: (tx, { userId }) => findUser(tx, userId), isOwn: true },
    saveProfile: { query: (tx, { userId }) => saveProfile(tx, userId, profile, 1000), isOwn: true },
    beginDeletion: { query: (tx, { userId }) => beginDeletion(tx, userId), isOwn: true },
    countDeletion: { query: (tx, { userId }) => countDeletion(tx, userId), isOwn: true },
    isEmailOfAnother: {
      query: (tx, { userId }) => isEmailOfAnother(tx, userId, 'stranger@example.com'),
    },
  },
  'account/quota-repository.ts': {
    reserveBytes: { query: (tx, { userId }) => reserveBytes(tx, userId, 1), isOwn: true },
    addBytes: { query: (tx, { userId }) => addBytes(tx, userId, { used: 1 }), isOwn: true },
  },
  'files/item-repository.ts': {
    findItem: { query: (tx, { userId }, { itemId }) => findItem(tx, userId, itemId) },
    findItems: { query: (tx, actor, { itemId }) => findItems(tx, actor, [itemId]) },
    prepareListItems: { query: (tx, { userId, roles }) => prepareListItems(tx, roles)(userId, page) },
    updateItem: { query: (tx, actor, { itemId }) => updateItem(tx, actor, itemId, place) },
    trashItem: { query: (tx, actor, { itemId }) => trashItem(tx, actor, itemId) },
    restoreItem: { query: (tx, actor, { trashedId }) => restoreItem(tx, actor, trashedId, place) },
    markItemDeleting: { query: (tx, actor, { trashedId }) => markItemDeleting(tx, actor, trashedId) },
  },
  'folders/folder-repository.ts': {
    prepareListChildren: {
      query: (tx, { userId }, { ownerId, folderId }) =>
        prepareListChildren(tx)(userId, { ownerId, folderId, before: undefined, limit: 100 }),
    },
    listPath: { query: (tx, { userId }, { itemId }) => listPath(tx, userId, itemId) },
    moveItem: { query: (tx, actor, { itemId }) => moveItem(tx, actor, itemId, place) },
  },
  'links/link-repository.ts': {
    listLiveLinks: { query: (tx, actor, { itemId }) => listLiveLinks(tx, actor, itemId) },
    deleteDeadLinks: { query: (tx, actor, { itemId }) => deleteDeadLinks(tx, actor, itemId) },
    revokeLink: { query: (tx, actor, { linkId }) => revokeLink(tx, actor, linkId) },
  },
  'recovery-codes/recovery-code-repository.ts': {
    deleteRecoveryCodes: { query: (tx, { userId }) => deleteRecoveryCodes(tx, userId) },
    insertRecoveryCodes: { query: (tx, { userId }) => insertRecoveryCodes(tx, userId, ['new']), isOwn: true },
    countRecoveryCodes: { query: (tx, { userId }) => countRecoveryCodes(tx, userId), isOwn: true },
    claimRecoveryCode: { query: (tx, { userId }) => claimRecoveryCode(tx, userId, 'unused') },
    makeRemovalDue: { query: (tx, { userId }, { codeId }) => makeRemovalDue(tx, { userId, codeId }) },
    completeRemoval: { query: (tx, { userId }, { codeId }) => completeRemoval(tx, { userId, codeId }) },
    countFailures: { query: (tx, { userId }) => countFailures(tx, userId) },
    recordFailure: { query: (tx, { userId }) => recordFailure(tx, userId), isOwn: true },
  },
  'search/search-repository.ts': {
    listNames: {
      query: (tx, { userId }) => listNames(tx, userId, { before: undefined, limit: 100 }),
    },
  },
  'sessions/session-repository.ts': {
    prepareFindSession: {
      query: (tx, { userId }, { sessionId }) => prepareFindSession(tx, 60)({ userId, sessionId }),
      isOwn: true,
    },
    saveSession: {
      query: (tx, { userId }, { sessionId }) => saveSession(tx, { userId, sessionId }, new Date()),
    },
    deleteSession: { query: (tx, { userId }, { sessionId }) => deleteSession(tx, { userId, sessionId }) },
    listConfirmations: { query: (tx, { userId }) => listConfirmations(tx, userId) },
    requireConfirmations: { query: (tx, { userId }) => requireConfirmations(tx, userId), isOwn: true },
  },
  'shares/grant-repository.ts': {
    listGrants: { query: (tx, actor, { itemId }) => listGrants(tx, actor, itemId) },
    findGrant: { query: (tx, actor, { itemId }) => findGrant(tx, actor, itemId, 'friend@example.com') },
    deleteGrant: { query: (tx, actor, { itemId, grantId }) => deleteGrant(tx, actor, itemId, grantId) },
  },
  'shares/share-notice-repository.ts': {
    deleteOldNotices: { query: (tx, { userId }) => deleteOldNotices(tx, userId) },
    countNotices: { query: (tx, { userId }) => countNotices(tx, userId) },
    findNotices: { query: (tx, { userId }) => findNotices(tx, userId) },
    recordNotice: {
      query: (tx, { userId }, { itemId }) => recordNotice(tx, userId, { itemId, email: 'new@example.com' }),
      isOwn: true,
    },
  },
  'uploads/upload-repository.ts': {
    listUnfinishedUploads: { query: (tx, { userId }) => listUnfinishedUploads(tx, userId, 100) },
    prepareFindUpload: {
      query: (tx, { userId }, { uploadId }) => prepareFindUpload(tx, ['owner'])(userId, uploadId),
    },
    findUploadInAnyState: {
      query: (tx, { userId }, { uploadId }) => findUploadInAnyState(tx, userId, uploadId),
    },
    extendUpload: { query: (tx, { userId }, { uploadId }) => extendUpload(tx, userId, uploadId) },
    recordMultipartUpload: {
      query: (tx, { userId }, { uploadId }) => recordMultipartUpload(tx, userId, uploadId, 'new'),
    },
    transitionUpload: {
      query: (tx, { userId }, { uploadId }) =>
        transitionUpload(tx, userId, uploadId, { from: [...abort.from], to: abort.to }),
    },
  },
};
