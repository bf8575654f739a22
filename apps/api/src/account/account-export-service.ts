import {
  type AccountExport,
  type ExportedFile,
  type ExportedFiles,
  type GrantList,
  type Item,
  type ItemView,
  itemViewSchema,
  type LinkList,
  type Session,
} from '@share-my-files/contract';
import type { SignedInUser } from '#auth/signed-in-user.ts';
import type { Database } from '#db/database.ts';
import { AppError } from '#errors.ts';
import type { FileService } from '#files/file-service.ts';
import type { RecoveryCodeService } from '#recovery-codes/recovery-code-service.ts';
import type { SessionService } from '#sessions/session-service.ts';
import type { ShareService } from '#shares/share-service.ts';
import type { UploadService } from '#uploads/upload-service.ts';
import { findUser } from './account-repository.ts';

type AccountExportDependencies = {
  database: Database;
  sessions: Pick<SessionService, 'listSessions' | 'listConfirmations'>;
  recoveryCodes: Pick<RecoveryCodeService, 'getStatus'>;
  files: Pick<FileService, 'listItems'>;
  uploads: Pick<UploadService, 'listUploads'>;
  shares: Pick<ShareService, 'listNotices'> & {
    listGrants: (userId: string, itemId: string) => Promise<GrantList>;
  };
  links: { listLinks: (userId: string, itemId: string) => Promise<LinkList> };
};

export type AccountExporter = ReturnType<typeof createAccountExport>;

// Each file of the user costs up to four queries.
const pageSize = 25;

const views = itemViewSchema.options;

const cursorAfter = (view: ItemView, nextItemId: string | null): string | null =>
  nextItemId === null ? (views[views.indexOf(view) + 1] ?? null) : `${view}/${nextItemId}`;

const nullIfTrackingIsOff = (error: unknown): null => {
  if (error instanceof AppError && error.code === 'session_tracking_off') return null;
  throw error;
};

/** Reads everything that the API stores about a user. */
export const createAccountExport = (dependencies: AccountExportDependencies) => {
  const { database, sessions, recoveryCodes, files, uploads, shares, links } = dependencies;

  const exportFile = async (userId: string, item: Item): Promise<ExportedFile> => {
    const isOwner = item.role === 'owner';
    return {
      ...item,
      grants: isOwner ? (await shares.listGrants(userId, item.id)).grants : [],
      links: isOwner ? (await links.listLinks(userId, item.id)).links : [],
    };
  };

  const readAccount = async (userId: string): Promise<AccountExport['account']> => {
    const user = await findUser(database.queries, userId);
    if (user === undefined) throw new Error('A signed-in user has no row.');
    const { id, email, emailVerified, name, usedBytes, reservedBytes, quotaBytes } = user;
    const createdAt = user.createdAt.toISOString();
    return { id, email, emailVerified, name, createdAt, usedBytes, reservedBytes, quotaBytes };
  };

  const listSessions = async (accessToken: string): Promise<Session[] | null> =>
    (await sessions.listSessions(accessToken).catch(nullIfTrackingIsOff))?.sessions ?? null;

  return {
    exportAccount: async ({ id, accessToken }: SignedInUser): Promise<AccountExport> => ({
      account: await readAccount(id),
      sessions: await listSessions(accessToken),
      sessionConfirmations: await sessions.listConfirmations(id),
      recoveryCodes: await recoveryCodes.getStatus(id),
      unfinishedUploads: (await uploads.listUploads(id)).uploads,
      shareNotices: await shares.listNotices(id),
    }),

    /** Returns the files in pages, which go through all views. */
    exportFiles: async (userId: string, from = 'mine'): Promise<ExportedFiles> => {
      const [name, cursor] = from.split('/');
      const view = itemViewSchema.parse(name);
      // What is in folders as well.
      const listed = view === 'mine' ? 'owned' : view;
      const page = await files.listItems(userId, { view: listed, cursor, limit: pageSize });
      const exported = [];
      for (const item of page.items) exported.push(await exportFile(userId, item));
      return { files: exported, nextCursor: cursorAfter(view, page.nextCursor) };
    },
  };
};
