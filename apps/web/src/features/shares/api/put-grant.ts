import { type PutGrant, putGrant } from '@share-my-files/contract';
import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '#lib/api-context.tsx';
import { invalidateAfterMutation } from '#lib/invalidate-after-mutation.ts';
import { grantsQueryOptions, grantsScope } from './list-grants.ts';

const mutationKey = (itemId: string) => ['put-grant', itemId];

/** Grants a role to a person or changes it; a person without an account is invited. */
export const usePutGrant = (itemId: string) => {
  const api = useApi();
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: mutationKey(itemId),
    mutationFn: (body: PutGrant) => api.call(putGrant, { params: { itemId }, body }),
    ...invalidateAfterMutation(queryClient, grantsQueryOptions(api, itemId)),
    scope: grantsScope(itemId),
  });
};

/** Whether a grant is being saved; a user who leaves now never sees an error. */
export const useIsPuttingGrant = (itemId: string): boolean =>
  useIsMutating({ mutationKey: mutationKey(itemId) }) > 0;
