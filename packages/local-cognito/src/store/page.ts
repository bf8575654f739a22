import { invalidParameter } from '../errors.ts';

/** A part of a list; `next` is the token that leads to the part after it. */
export type Page<Item> = { items: Item[]; next: string | undefined };

/** What a request says of the page that it wants. */
export type PageRequest = { limit: number; token: string | undefined };

const decodeToken = (token: string | undefined): string => {
  const key = Buffer.from(token ?? '', 'base64url').toString();
  if (token !== undefined && Buffer.from(key).toString('base64url') !== token) {
    throw invalidParameter('Invalid pagination token.');
  }
  return key;
};

/**
 * Cuts a page out of a list that is sorted by a key; the token names the last key of the page before, so that
 * changes in between neither repeat nor skip anything. `fetch` gives the items after a key, `''` being before
 * all. Throws InvalidParameterException for a token that is none.
 */
export const readPage = <Item>(
  { limit, token }: PageRequest,
  keyOf: (item: Item) => string,
  fetch: (after: string, limit: number) => Item[],
): Page<Item> => {
  const found = fetch(decodeToken(token), limit + 1);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const hasMore = found.length > limit && last !== undefined;
  return { items, next: hasMore ? Buffer.from(keyOf(last)).toString('base64url') : undefined };
};
