import { type ItemPage, matchName } from '@share-my-files/contract';
import type { Database } from '#db/database.ts';
import type { FileService } from '#files/file-service.ts';
import { listNames, type NamedItem } from './search-repository.ts';

type SearchDependencies = { database: Database; files: Pick<FileService, 'listItemsById'> };

type Search = { query: string; cursor?: string | undefined; limit: number };

export type SearchService = ReturnType<typeof createSearchService>;

// Comparing so many names takes a few milliseconds.
const namesPerRequest = 5_000;

const findMatches = (names: readonly NamedItem[], { query, limit }: Search) => {
  const ids: string[] = [];
  for (const { id, name } of names) {
    if (matchName(name, query) !== undefined) ids.push(id);
    if (ids.length === limit) return { ids, lastId: id };
  }
  return { ids, lastId: names.at(-1)?.id };
};

/** Compares names in the API, because databases fold letters differently, and Aurora DSQL has no index for it. */
export const createSearchService = ({ database, files }: SearchDependencies) => ({
  searchItems: async (userId: string, search: Search): Promise<ItemPage> => {
    const scan = { before: search.cursor, limit: namesPerRequest };
    const names = await listNames(database.queries, userId, scan);
    const { ids, lastId } = findMatches(names, search);
    const isComplete = names.length < namesPerRequest && lastId === names.at(-1)?.id;
    return {
      items: ids.length === 0 ? [] : await files.listItemsById(userId, ids),
      nextCursor: isComplete ? null : (lastId ?? null),
    };
  },
});
