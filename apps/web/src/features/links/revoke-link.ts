import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AxiosInstance } from 'axios';
import { useToast } from '#components/toast-context.ts';
import { useApi } from '#lib/api-context.tsx';
import { linksQueryOptions } from './list-links.ts';

const revokeLink = async (api: AxiosInstance, linkId: string): Promise<void> => {
  await api.delete(`/links/${linkId}`);
};

export const useRevokeLink = (itemId: string) => {
  const api = useApi();
  const queryClient = useQueryClient();
  const showToast = useToast();
  return useMutation({
    mutationFn: (linkId: string) => revokeLink(api, linkId),
    onSuccess: () => showToast({ message: 'The link no longer works.' }),
    onError: ({ message }) => showToast({ message: `The link was not revoked. ${message}` }),
    onSettled: () => queryClient.invalidateQueries(linksQueryOptions(api, itemId)),
  });
};
