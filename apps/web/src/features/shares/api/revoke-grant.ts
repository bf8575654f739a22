import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AxiosInstance } from 'axios';
import { useApi } from '#lib/api-context.tsx';
import { readAgain } from '#lib/read-again.ts';
import { grantsQueryOptions, grantsScope } from './list-grants.ts';

const revokeGrant = async (api: AxiosInstance, itemId: string, grantId: string): Promise<void> => {
  await api.delete(`/items/${itemId}/grants/${grantId}`);
};

export const useRevokeGrant = (itemId: string) => {
  const api = useApi();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (grantId: string) => revokeGrant(api, itemId, grantId),
    ...readAgain(queryClient, grantsQueryOptions(api, itemId)),
    scope: grantsScope(itemId),
  });
};
