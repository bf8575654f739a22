import type { searchOperations } from '@share-my-files/contract';
import type { Handlers } from '#http/handlers.ts';
import type { SearchService } from './search-service.ts';

export const createSearchHandlers = (search: SearchService): Handlers<typeof searchOperations> => ({
  searchItems: ({ user, query }) => search.searchItems(user.id, query),
});
