import type { Item } from '@share-my-files/contract';
import { formatCount } from '#lib/format-count.ts';

/** Says how many files there are, or how many items if there is a folder among them. */
export const countItems = (items: readonly Item[]): string =>
  formatCount(items.length, items.every(({ kind }) => kind === 'file') ? 'file' : 'item');
