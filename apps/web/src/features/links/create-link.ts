import { type CreatedLink, type CreateLink, createdLinkSchema } from '@share-my-files/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AxiosInstance } from 'axios';
import { useApi } from '#lib/api-context.tsx';
import { linksQueryOptions } from './list-links.ts';

const createLink = async (api: AxiosInstance, itemId: string, body: CreateLink): Promise<CreatedLink> =>
  createdLinkSchema.parse((await api.post<unknown>(`/items/${itemId}/links`, body)).data);

export const useCreateLink = (itemId: string) => {
  const api = useApi();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: CreateLink) => createLink(api, itemId, body),
    onSettled: () => queryClient.invalidateQueries(linksQueryOptions(api, itemId)),
    // The secret is told once and lives as long as the dialog that shows it.
    gcTime: 0,
  });
};
