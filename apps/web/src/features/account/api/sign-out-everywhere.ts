import { signOutEverywhere } from '@share-my-files/contract';
import { useMutation } from '@tanstack/react-query';
import type { ApiClient } from '#lib/api-client.ts';
import { useApi } from '#lib/api-context.tsx';
import { useSession } from '#lib/session-context.tsx';

// Through the API, which reports a failure at Cognito: Amplify's global signOut() swallows it.
export const endEverySession = (api: ApiClient): Promise<void> => api.call(signOutEverywhere);

export const useSignOutEverywhere = () => {
  const api = useApi();
  const session = useSession();
  return useMutation({
    mutationFn: async () => {
      await endEverySession(api);
      await session.signOut();
    },
  });
};
