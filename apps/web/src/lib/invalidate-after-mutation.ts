import type { QueryClient, QueryFilters } from '@tanstack/react-query';

/**
 * For a mutation of what a query has read: it is over when that is read again. Only a refusal is told at once, since
 * reading can take as long as the outage behind it.
 */
export const invalidateAfterMutation = (queryClient: QueryClient, filters: QueryFilters) => ({
  onSuccess: () => queryClient.invalidateQueries(filters),
  onError: () => void queryClient.invalidateQueries(filters),
});
