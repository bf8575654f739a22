import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Outlet } from 'react-router';
import type { WebConfig } from '#config/web-config.ts';
import { createApiClient } from '#lib/api-client.ts';
import { ApiContext } from '#lib/api-context.tsx';
import { createCognitoTokenSource } from '#lib/cognito-token-source.ts';
import { createOtherTabs } from '#lib/other-tabs.ts';
import { createSession, type Session, userOf } from '#lib/session.ts';
import { SessionContext } from '#lib/session-context.tsx';
import { preloadPages } from '../preload-pages.ts';

// What one person has loaded must never be shown to the next one at the same browser.
const clearWhenUserChanges = ({ state }: Session, queryClient: QueryClient) => {
  let userId = userOf(state.get())?.id;
  state.subscribe(() => {
    const nextUserId = userOf(state.get())?.id;
    if (nextUserId !== userId) queryClient.clear();
    userId = nextUserId;
  });
};

/** Everything that needs to know who is signed in. */
export const createSessionArea = (config: WebConfig, queryClient: QueryClient) => {
  const session = createSession(createCognitoTokenSource(config.cognito), createOtherTabs());
  const api = createApiClient({ baseUrl: config.apiBaseUrl, session });
  clearWhenUserChanges(session, queryClient);
  void session.start();

  const SessionArea = () => {
    useEffect(() => void preloadPages(), []);
    return (
      <SessionContext value={session}>
        <ApiContext value={api}>
          <Outlet />
        </ApiContext>
      </SessionContext>
    );
  };
  return SessionArea;
};
