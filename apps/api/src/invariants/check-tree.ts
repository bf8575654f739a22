import { maximumFolderDepth } from '@share-my-files/contract';
import type { Database } from '#db/database.ts';
import { placeKeyOf } from '#db/place-key.ts';
import { listStoredItems } from './system-invariant-repository.ts';

type StoredItem = Awaited<ReturnType<typeof listStoredItems>>[number];

const checkParent = (item: StoredItem, parent: StoredItem | undefined): string[] => {
  // An unfinished upload goes to the root when its folder is gone.
  if (item.parentId === null || item.state === 'uploading') return [];
  if (parent === undefined) return [`item ${item.id} is in a folder that does not exist`];
  if (parent.kind !== 'folder') return [`item ${item.id} is in a file`];
  return parent.ownerId === item.ownerId ? [] : [`item ${item.id} is in a folder of another owner`];
};

/** Also ends at a cycle, which is infinitely deep. */
const isTooDeep = (item: StoredItem, items: Map<string | null, StoredItem>): boolean => {
  let folder = items.get(item.parentId);
  for (let depth = 0; folder !== undefined; depth += 1) {
    if (depth === maximumFolderDepth) return true;
    folder = items.get(folder.parentId);
  }
  return false;
};

const hasWrongKey = (item: StoredItem): boolean => {
  // Of a release without folders; the sweeper will place it.
  if (item.placeKey === null) return false;
  const hasPlace = item.state === 'ready' && item.trashedAt === null;
  return item.placeKey !== (hasPlace ? placeKeyOf(item) : item.id);
};

/** Returns a line for each item that is not where a tree of folders can have it, or without the name that it shows. */
export const checkTree = async ({ queries }: Database): Promise<string[]> => {
  const stored = await listStoredItems(queries);
  const items = new Map<string | null, StoredItem>(stored.map((item) => [item.id, item]));
  return stored.flatMap((item) => [
    ...checkParent(item, items.get(item.parentId)),
    ...(isTooDeep(item, items) ? [`item ${item.id} is in a cycle, or too deep`] : []),
    ...(hasWrongKey(item) ? [`item ${item.id} does not hold its name`] : []),
  ]);
};
