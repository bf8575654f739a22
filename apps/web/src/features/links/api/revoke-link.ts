import { revokeLink } from '@share-my-files/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '#lib/api-context.tsx';
import { invalidateAfterMutation } from '#lib/invalidate-after-mutation.ts';
import { linksQueryOptions } from './list-links.ts';

export const useRevokeLink = (itemId: string) => {
  const api = useApi();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (linkId: string) => api.call(revokeLink, { params: { linkId } }),
    ...invalidateAfterMutation(queryClient, linksQueryOptions(api, itemId)),
  });
};
