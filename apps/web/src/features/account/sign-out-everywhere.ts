import { useMutation } from '@tanstack/react-query';
import type { AxiosInstance } from 'axios';
import { useApi } from '#lib/api-context.tsx';
import { useSession } from '#lib/session-context.tsx';

const endEverySession = async (api: AxiosInstance): Promise<void> => {
  await api.post('/me/sign-out-everywhere');
};

/** First our API refuses the access tokens issued so far, then Cognito revokes the refresh tokens. */
export const useSignOutEverywhere = () => {
  const api = useApi();
  const session = useSession();
  return useMutation({
    mutationFn: async () => {
      await endEverySession(api);
      await session.signOut({ everywhere: true });
    },
  });
};
