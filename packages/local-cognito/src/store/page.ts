import { invalidParameter } from '../errors.ts';

/** A page of a list. `next` is the token of the next page. */
export type Page<Item> = { items: Item[]; next: string | undefined };

/** The page that a request selects. */
export type PageRequest = { limit: number; token: string | undefined };

const decodeToken = (token: string | undefined): string => {
  const key = Buffer.from(token ?? '', 'base64url').toString();
  if (token !== undefined && Buffer.from(key).toString('base64url') !== token) {
    throw invalidParameter('Invalid pagination token.');
  }
  return key;
};

/**
 * Returns a page of a list sorted by a key. The token is the last key of the previous page, so that
 * concurrent changes neither repeat nor skip items. `fetch` returns the items after a key; `''` precedes all
 * keys. Throws InvalidParameterException for an invalid token.
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

/** Returns a page of items in memory, sorted by their unique key. */
export const pageOf = <Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  request: PageRequest,
): Page<Item> =>
  readPage(request, keyOf, (after, limit) =>
    items
      .filter((item) => keyOf(item) > after)
      .toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
      .slice(0, limit),
  );
