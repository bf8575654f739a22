import { type Grant, grantSchema, type PutGrant } from '@share-my-files/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AxiosInstance } from 'axios';
import { useApi } from '#lib/api-context.tsx';
import { grantsQueryOptions } from './list-grants.ts';

const putGrant = async (api: AxiosInstance, itemId: string, body: PutGrant): Promise<Grant> =>
  grantSchema.parse((await api.put<unknown>(`/items/${itemId}/grants`, body)).data);

export const usePutGrant = (itemId: string) => {
  const api = useApi();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: PutGrant) => putGrant(api, itemId, body),
    onSettled: () => queryClient.invalidateQueries(grantsQueryOptions(api, itemId)),
  });
};
