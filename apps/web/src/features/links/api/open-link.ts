import { openLink } from '@share-my-files/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ApiClient } from '#lib/api-client.ts';
import { useApi } from '#lib/api-context.tsx';

// The secret goes in the body: URLs end up in logs and browser histories.
const openedLinkQueryOptions = (api: ApiClient, secret: string) =>
  queryOptions({
    queryKey: ['opened-link', secret],
    queryFn: ({ signal }) => api.call(openLink, { body: { secret }, signal }),
    gcTime: 0,
  });

/** Queries what a visitor may know about the file behind a link. */
export const useOpenedLink = (secret: string) => useQuery(openedLinkQueryOptions(useApi(), secret));
