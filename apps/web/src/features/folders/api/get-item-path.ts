import { getItemPath } from '@share-my-files/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useApi } from '#lib/api-context.tsx';

/** Queries the folders around an item. */
export const useItemPath = (itemId: string) => {
  const api = useApi();
  return useQuery(
    queryOptions({
      queryKey: ['path', itemId],
      queryFn: ({ signal }) => api.call(getItemPath, { params: { itemId }, signal }),
    }),
  );
};
