import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { Outlet, useLoaderData } from 'react-router';
import { ToastProvider } from '#components/toast.tsx';
import type { WebConfig } from '#config/web-config.ts';
import { WebConfigContext } from '#config/web-config-context.tsx';
import type { ApiClient } from '#lib/api-client.ts';
import { ApiContext } from '#lib/api-context.tsx';
import { SessionContext } from '#lib/session-context.tsx';
import { preloadPages } from './pages.ts';
import type { OpenedSession } from './session/open-session.ts';

type AppProvidersProps = {
  readonly config: WebConfig;
  readonly queryClient: QueryClient;
  /** Sends no access token. */
  readonly publicApi: ApiClient;
  readonly children: ReactNode;
};

/** Around every page. */
export const AppProviders = ({ config, queryClient, publicApi, children }: AppProvidersProps) => (
  <WebConfigContext value={config}>
    <QueryClientProvider client={queryClient}>
      <ApiContext value={publicApi}>
        <ToastProvider>{children}</ToastProvider>
      </ApiContext>
    </QueryClientProvider>
  </WebConfigContext>
);

/** Around every page that needs a session; what belongs to one user is provided by the signed-in layout. */
export const SessionProviders = () => {
  const { session, api } = useLoaderData<OpenedSession>();
  useEffect(() => void preloadPages(), []);
  return (
    <SessionContext value={session}>
      <ApiContext value={api}>
        <Outlet />
      </ApiContext>
    </SessionContext>
  );
};
