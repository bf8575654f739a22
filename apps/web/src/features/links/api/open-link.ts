import { type OpenedLink, openedLinkSchema } from '@share-my-files/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { AxiosInstance } from 'axios';
import { useApi } from '#lib/api-context.tsx';

// The secret goes in the body: a URL is kept in logs and histories.
const openLink = async (api: AxiosInstance, secret: string, signal: AbortSignal): Promise<OpenedLink> =>
  openedLinkSchema.parse((await api.post<unknown>('/public/links/open', { secret }, { signal })).data);

const openedLinkQueryOptions = (api: AxiosInstance, secret: string) =>
  queryOptions({
    queryKey: ['opened-link', secret],
    queryFn: ({ signal }) => openLink(api, secret, signal),
    gcTime: 0,
  });

/** What a visitor may know of the file behind a link. */
export const useOpenedLink = (secret: string) => useQuery(openedLinkQueryOptions(useApi(), secret));
