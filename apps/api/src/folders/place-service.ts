import type { NameConflict } from '@share-my-files/contract';
import { lockAccount } from '#account/quota-service.ts';
import type { Database, Executor } from '#db/database.ts';
import { type Place, placeKeyOf } from '#db/place-key.ts';
import { nameTaken } from '#errors.ts';
import { numberedNames } from './free-names.ts';
import {
  findHolder,
  findUnplacedItem,
  listHeldKeys,
  listUnplacedItems,
  markPlaceless,
  moveHolderToTrash,
  setPlace,
} from './system-place-repository.ts';

type FolderConflict = 'reject' | 'keepBoth';

type Wish = { itemId: string; ownerId: string; parentId: string | null; name: string };

const namesPerQuery = 50;

const findFreePlace = async (tx: Executor, { ownerId, parentId, name }: Wish): Promise<Place> => {
  for (let first = 2; ; first += namesPerQuery) {
    const places = numberedNames(name, first, namesPerQuery).map((numbered) => ({
      parentId,
      name: numbered,
      placeKey: placeKeyOf({ ownerId, parentId, name: numbered }),
    }));
    const held = await listHeldKeys(
      tx,
      places.map(({ placeKey }) => placeKey),
    );
    const free = places.find(({ placeKey }) => !held.has(placeKey));
    if (free !== undefined) return free;
  }
};

/** Throws `name_taken` if the place of a file to come is taken, and must stay so. */
export const requireFreeName = async (
  tx: Executor,
  wish: Omit<Wish, 'itemId'>,
  nameConflict: NameConflict,
): Promise<void> => {
  if (nameConflict === 'keepBoth') return;
  const holder = await findHolder(tx, placeKeyOf(wish));
  if (holder !== undefined && (nameConflict === 'reject' || holder.kind === 'folder')) {
    throw nameTaken(wish.name);
  }
};

/**
 * Returns the place of an item in a folder, whose names are unique. Requires that the transaction has locked the
 * owner's account: of two concurrent ones the second then sees the place of the first. A folder is never replaced:
 * `folderConflict` says what to do instead.
 */
export const choosePlace = async (
  tx: Executor,
  wish: Wish,
  nameConflict: NameConflict,
  folderConflict: FolderConflict = 'reject',
): Promise<Place> => {
  const placeKey = placeKeyOf(wish);
  const holder = await findHolder(tx, placeKey);
  const place = { parentId: wish.parentId, name: wish.name, placeKey };
  if (holder === undefined || holder.id === wish.itemId) return place;
  const conflict = nameConflict === 'replace' && holder.kind === 'folder' ? folderConflict : nameConflict;
  if (conflict === 'keepBoth') return await findFreePlace(tx, wish);
  if (conflict === 'reject') throw nameTaken(wish.name);
  await moveHolderToTrash(tx, holder.id);
  return place;
};

/** Puts an item into the place that `choosePlace` returns. */
export const placeItem = async (...[tx, wish, ...answers]: Parameters<typeof choosePlace>): Promise<void> =>
  setPlace(tx, wish.itemId, await choosePlace(tx, wish, ...answers));

/** Gives a place to up to `limit` files of releases without folders; the second of two equal names gets a number. */
export const placeOldItems = async (database: Database, limit: number): Promise<void> => {
  await database.transaction((tx) => markPlaceless(tx, limit));
  for (const { id, ownerId } of await listUnplacedItems(database.queries, limit)) {
    await database.transaction(async (tx) => {
      await lockAccount(tx, ownerId);
      const item = await findUnplacedItem(tx, id);
      if (item === undefined) return;
      await placeItem(tx, { ...item, itemId: id }, 'keepBoth');
    });
  }
};
