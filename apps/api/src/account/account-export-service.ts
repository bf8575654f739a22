import {
  type AccountExport,
  type GrantList,
  type Item,
  type ItemView,
  itemViewSchema,
  type LinkList,
} from '@share-my-files/contract';
import type { Database } from '#db/database.ts';
import type { FileService } from '#files/file-service.ts';
import { findUser } from './account-repository.ts';

type AccountExportDependencies = {
  database: Database;
  files: Pick<FileService, 'listItems' | 'downloadItem'>;
  shares: { listGrants: (userId: string, itemId: string) => Promise<GrantList> };
  links: { listLinks: (userId: string, itemId: string) => Promise<LinkList> };
};

export type AccountExporter = ReturnType<typeof createAccountExport>;

// Each file costs up to four queries and a signature.
const pageSize = 25;

const views = itemViewSchema.options;

/** Returns everything that the API stores about a user, in pages that go through all views of files. */
export const createAccountExport = ({ database, files, shares, links }: AccountExportDependencies) => {
  const exportFile = async (userId: string, item: Item) => {
    const isOwner = item.role === 'owner';
    return {
      ...item,
      download: await files.downloadItem(userId, item.id, 'attachment'),
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

  const cursorAfter = (view: ItemView, nextItemId: string | null): string | null =>
    nextItemId === null ? (views[views.indexOf(view) + 1] ?? null) : `${view}/${nextItemId}`;

  return async (userId: string, from = 'mine'): Promise<AccountExport> => {
    const [name, cursor] = from.split('/');
    const view = itemViewSchema.parse(name);
    const page = await files.listItems(userId, { view, cursor, limit: pageSize });
    const exported = [];
    for (const item of page.items) exported.push(await exportFile(userId, item));
    return {
      account: await readAccount(userId),
      files: exported,
      nextCursor: cursorAfter(view, page.nextCursor),
    };
  };
};
