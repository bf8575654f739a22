import {
  endOtherSessions,
  endSession,
  listSessions,
  type SessionList,
  signOutEverywhere,
} from '@share-my-files/contract';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ApiClient } from '#lib/api-client.ts';
import { useApi } from '#lib/api-context.tsx';
import { ProblemError } from '#lib/problem-error.ts';
import { useSession } from '#lib/session-context.tsx';

const sessionsOptions = (api: ApiClient) =>
  queryOptions({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => api.call(listSessions, { signal }),
  });

/** Whether the pool does not track sessions, so that only all of them can be ended at once. */
export const isTrackingOff = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'session_tracking_off';

export const useSessions = () => useQuery(sessionsOptions(useApi()));

// Cognito's list can be some seconds old, so ended sessions are removed here instead of read again.
const useKeepSessions = () => {
  const queryClient = useQueryClient();
  const { queryKey } = sessionsOptions(useApi());
  return (isKept: (session: SessionList['sessions'][number]) => boolean) =>
    queryClient.setQueryData(queryKey, (list) => list && { ...list, sessions: list.sessions.filter(isKept) });
};

export const useEndSession = () => {
  const api = useApi();
  const keepSessions = useKeepSessions();
  return useMutation({
    mutationFn: (sessionId: string) => api.call(endSession, { params: { sessionId } }),
    onSuccess: (_nothing, sessionId) => void keepSessions(({ id }) => id !== sessionId),
  });
};

export const endOthers = (api: ApiClient): Promise<void> => api.call(endOtherSessions);

export const useEndOtherSessions = () => {
  const api = useApi();
  const keepSessions = useKeepSessions();
  return useMutation({
    mutationFn: () => endOthers(api),
    onSuccess: () => void keepSessions(({ isCurrent }) => isCurrent),
  });
};

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
