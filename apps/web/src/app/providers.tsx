import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ToastProvider } from '#components/toast.tsx';
import type { WebConfig } from '#config/web-config.ts';
import { WebConfigContext } from '#config/web-config-context.tsx';
import type { ApiClient } from '#lib/api-client.ts';
import { ApiContext } from '#lib/api-context.tsx';

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
