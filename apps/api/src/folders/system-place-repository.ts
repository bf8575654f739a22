import { and, eq, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import type { Executor, Reader } from '#db/database.ts';
import type { Place } from '#db/place-key.ts';
import { items } from '#db/schema.ts';

// For the system: these act on places whose folder the same transaction has authorized, with the owner's account locked.

export const findHolder = async (tx: Executor, placeKey: string) => {
  const [holder] = await tx
    .select({ id: items.id, kind: items.kind })
    .from(items)
    .where(eq(items.placeKey, placeKey));
  return holder;
};

export const listHeldKeys = async (tx: Executor, placeKeys: string[]): Promise<Set<string | null>> => {
  const held = await tx
    .select({ placeKey: items.placeKey })
    .from(items)
    .where(inArray(items.placeKey, placeKeys));
  return new Set(held.map(({ placeKey }) => placeKey));
};

export const moveHolderToTrash = async (tx: Executor, itemId: string): Promise<void> => {
  await tx
    .update(items)
    .set({ trashedAt: sql`now()`, placeKey: itemId, updatedAt: sql`now()` })
    .where(eq(items.id, itemId));
};

/** Lists files that a release without folders stored. */
export const listUnplacedItems = (reader: Reader, limit: number) =>
  reader
    .select({ id: items.id, ownerId: items.ownerId })
    .from(items)
    .where(and(isNull(items.placeKey), eq(items.state, 'ready'), isNull(items.trashedAt)))
    .limit(limit);

export const findUnplacedItem = async (tx: Executor, itemId: string) => {
  const [item] = await tx
    .select({ id: items.id, ownerId: items.ownerId, parentId: items.parentId, name: items.name })
    .from(items)
    .where(
      and(eq(items.id, itemId), isNull(items.placeKey), eq(items.state, 'ready'), isNull(items.trashedAt)),
    );
  return item;
};

export const setPlace = async (tx: Executor, itemId: string, place: Place): Promise<void> => {
  await tx.update(items).set(place).where(eq(items.id, itemId));
};

/** Marks items of such a release that hold no name, so that the list of those to place stays short. */
export const markPlaceless = async (tx: Executor, limit: number): Promise<void> => {
  const holdsNoName = and(isNull(items.placeKey), or(ne(items.state, 'ready'), isNotNull(items.trashedAt)));
  const placeless = tx.select({ id: items.id }).from(items).where(holdsNoName).limit(limit);
  await tx
    .update(items)
    .set({ placeKey: sql`${items.id}::text` })
    .where(and(inArray(items.id, placeless), holdsNoName));
};
