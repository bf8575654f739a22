import { listFolder, listItems, maximumPageSize } from '@share-my-files/contract';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useApi } from '#lib/api-context.tsx';

/** Queries the folders in a folder, or at the root for null. */
export const useSubfolders = (folderId: string | null) => {
  const api = useApi();
  return useInfiniteQuery(
    infiniteQueryOptions({
      queryKey: ['subfolders', folderId],
      queryFn: ({ pageParam: cursor, signal }) => {
        const query = { cursor, limit: maximumPageSize };
        return folderId === null
          ? api.call(listItems, { query, signal })
          : api.call(listFolder, { params: { folderId }, query, signal });
      },
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ nextCursor }) => nextCursor,
      select: ({ pages }) => pages.flatMap(({ items }) => items).filter(({ kind }) => kind === 'folder'),
    }),
  );
};
