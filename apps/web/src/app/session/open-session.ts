import type { QueryClient } from '@tanstack/react-query';
import type { WebConfig } from '#config/web-config.ts';
import { type ApiClient, createApiClient } from '#lib/api-client.ts';
import { revokeReplacedSession } from '#lib/cognito-second-sign-in.ts';
import { createCognitoTokenSource } from '#lib/cognito-token-source.ts';
import { createOtherTabs } from '#lib/other-tabs.ts';
import { createSession, type Session, userOf } from '#lib/session.ts';

/** The session of this tab, and the API client that sends its access token. */
export type OpenedSession = { readonly session: Session; readonly api: ApiClient };

// One user's data must never be shown to the next user of this browser.
const clearWhenUserChanges = ({ state }: Session, queryClient: QueryClient) => {
  let userId = userOf(state.get())?.id;
  state.subscribe(() => {
    const nextUserId = userOf(state.get())?.id;
    if (nextUserId !== userId) queryClient.clear();
    userId = nextUserId;
  });
};

/** Opens and starts the session; this module brings Amplify with it. */
export const openSession = (config: WebConfig, queryClient: QueryClient): OpenedSession => {
  const session = createSession(createCognitoTokenSource(config.cognito), createOtherTabs());
  const api = createApiClient({ session });
  clearWhenUserChanges(session, queryClient);
  void session.start().then(() => revokeReplacedSession(config.cognito));
  return { session, api };
};
