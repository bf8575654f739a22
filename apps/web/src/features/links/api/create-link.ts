import { type CreateLink, createLink } from '@share-my-files/contract';
import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '#lib/api-context.tsx';
import { invalidateAfterMutation } from '#lib/invalidate-after-mutation.ts';
import { linksQueryOptions } from './list-links.ts';

const mutationKey = (itemId: string) => ['create-link', itemId];

/** The result holds the only copy of the secret; it is dropped on unmount or `reset`. */
export const useCreateLink = (itemId: string) => {
  const api = useApi();
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: mutationKey(itemId),
    mutationFn: (body: CreateLink) => api.call(createLink, { params: { itemId }, body }),
    ...invalidateAfterMutation(queryClient, linksQueryOptions(api, itemId)),
    gcTime: 0,
  });
};

/** Whether a link is being created; a user who leaves now never sees its secret. */
export const useIsCreatingLink = (itemId: string): boolean =>
  useIsMutating({ mutationKey: mutationKey(itemId) }) > 0;
