import { type QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { WebConfig } from '#config/web-config.ts';
import { useWebConfig } from '#config/web-config-context.tsx';
import { untilIdle } from '#lib/until-idle.ts';
import { cropPicture } from './crop-picture.ts';
import type { ProfilePictureStorage } from './profile-picture-storage.ts';

// Credentials and URLs are valid for an hour.
const staleTime = 45 * 60_000;

const storageQueryOptions = ({ identityPool, cognito }: WebConfig) =>
  queryOptions({
    queryKey: ['profile-picture', 'storage'],
    queryFn: async (): Promise<ProfilePictureStorage> => {
      if (identityPool === undefined) throw new Error('The app is configured without an identity pool.');
      // The AWS SDK is larger than the page.
      await untilIdle();
      const { openProfilePictureStorage } = await import('./profile-picture-storage.ts');
      return openProfilePictureStorage({ ...identityPool, userPoolId: cognito.userPoolId });
    },
    staleTime,
  });

const urlQueryOptions = (queryClient: QueryClient, config: WebConfig) =>
  queryOptions({
    queryKey: ['profile-picture', 'url'],
    queryFn: async () => (await queryClient.fetchQuery(storageQueryOptions(config))).signUrl(),
    staleTime,
    enabled: config.identityPool !== undefined,
  });

/** Returns the URL of the user's picture once it is signed; the picture may not exist. */
export const useProfilePictureUrl = (): string | undefined =>
  useQuery(urlQueryOptions(useQueryClient(), useWebConfig())).data;

/** Returns a mutation that replaces the picture, or removes it when passed `null`. */
export const useChangeProfilePicture = () => {
  const queryClient = useQueryClient();
  const config = useWebConfig();
  const url = urlQueryOptions(queryClient, config);
  return useMutation({
    mutationFn: async (file: File | null) => {
      const storage = await queryClient.fetchQuery(storageQueryOptions(config));
      if (file === null) await storage.remove();
      else await storage.store(await cropPicture(file));
    },
    onSuccess: () => queryClient.invalidateQueries(url),
  });
};
