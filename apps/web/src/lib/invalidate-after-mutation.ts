import type { QueryClient, QueryFilters } from '@tanstack/react-query';

/**
 * Callbacks for a mutation of queried data: it stays pending until the data is refetched. An error is reported
 * immediately, because the refetch can take as long as the outage.
 */
export const invalidateAfterMutation = (queryClient: QueryClient, filters: QueryFilters) => ({
  onSuccess: () => queryClient.invalidateQueries(filters),
  onError: () => void queryClient.invalidateQueries(filters),
});
