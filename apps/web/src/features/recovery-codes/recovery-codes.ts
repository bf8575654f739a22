import { createRecoveryCodes, deleteRecoveryCodes, getRecoveryCodes } from '@share-my-files/contract';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ApiClient } from '#lib/api-client.ts';
import { useApi } from '#lib/api-context.tsx';
import { invalidateAfterMutation } from '#lib/invalidate-after-mutation.ts';

const recoveryCodesOptions = (api: ApiClient) =>
  queryOptions({
    queryKey: ['recovery-codes'],
    queryFn: ({ signal }) => api.call(getRecoveryCodes, { signal }),
  });

/** How many recovery codes are left. */
export const useRecoveryCodes = () => useQuery(recoveryCodesOptions(useApi()));

const useReadAgain = () =>
  invalidateAfterMutation(useQueryClient(), { queryKey: recoveryCodesOptions(useApi()).queryKey });

/** Creates a set of codes, which only its result contains. */
export const useCreateRecoveryCodes = () => {
  const api = useApi();
  return useMutation({ mutationFn: () => api.call(createRecoveryCodes), gcTime: 0, ...useReadAgain() });
};

/** Deletes the codes, for a user without an authenticator app. */
export const useDeleteRecoveryCodes = () => {
  const api = useApi();
  return useMutation({ mutationFn: () => api.call(deleteRecoveryCodes), ...useReadAgain() });
};
