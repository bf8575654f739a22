import { type CreatedLink, type CreateLink, createdLinkSchema } from '@share-my-files/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AxiosInstance } from 'axios';
import { useApi } from '#lib/api-context.tsx';
import { linksQueryOptions } from './list-links.ts';

const createLink = async (api: AxiosInstance, itemId: string, wish: CreateLink): Promise<CreatedLink> =>
  createdLinkSchema.parse((await api.post<unknown>(`/items/${itemId}/links`, wish)).data);

/** Its data hold the only copy of the secret; they go with the component that asked, or by `reset`. */
export const useCreateLink = (itemId: string) => {
  const api = useApi();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (wish: CreateLink) => createLink(api, itemId, wish),
    onSettled: () => queryClient.invalidateQueries(linksQueryOptions(api, itemId)),
    gcTime: 0,
  });
};
