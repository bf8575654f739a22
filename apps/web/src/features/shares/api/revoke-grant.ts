import { revokeGrant } from '@share-my-files/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '#lib/api-context.tsx';
import { invalidateAfterMutation } from '#lib/invalidate-after-mutation.ts';
import { grantsQueryOptions, grantsScope } from './list-grants.ts';

export const useRevokeGrant = (itemId: string) => {
  const api = useApi();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (grantId: string) => api.call(revokeGrant, { params: { itemId, grantId } }),
    ...invalidateAfterMutation(queryClient, grantsQueryOptions(api, itemId)),
    scope: grantsScope(itemId),
  });
};
