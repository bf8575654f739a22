import type { Item } from '@share-my-files/contract';
import { formatCount } from './format-count.ts';
import { shortenName } from './shorten-name.ts';

/** Says how many files there are, or how many items if there is a folder among them. */
export const countItems = (items: readonly Item[]): string =>
  formatCount(items.length, items.every(({ kind }) => kind === 'file') ? 'file' : 'item');

/** Returns the name of one item, and the number of several. */
export const describeItems = (items: readonly Item[]): string => {
  const [first] = items;
  return items.length === 1 && first ? shortenName(first.name) : countItems(items);
};
