import type { QueryFilters } from '@tanstack/react-query';

const changed: ReadonlySet<unknown> = new Set(['items', 'item', 'path', 'subfolders']);

/** Everything queried that a change of folders can change: the lists, single items, paths and the tree. */
export const changedKeys: QueryFilters = { predicate: ({ queryKey }) => changed.has(queryKey[0]) };
