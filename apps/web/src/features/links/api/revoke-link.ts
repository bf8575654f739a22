import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AxiosInstance } from 'axios';
import { useApi } from '#lib/api-context.tsx';
import { readAgain } from '#lib/read-again.ts';
import { linksQueryOptions } from './list-links.ts';

const revokeLink = async (api: AxiosInstance, linkId: string): Promise<void> => {
  await api.delete(`/links/${linkId}`);
};

export const useRevokeLink = (itemId: string) => {
  const api = useApi();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (linkId: string) => revokeLink(api, linkId),
    ...readAgain(queryClient, linksQueryOptions(api, itemId)),
  });
};
