import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider, type RouterProviderProps } from 'react-router/dom';
import { ToastProvider } from '#components/toast.tsx';
import type { WebConfig } from '#config/web-config.ts';
import { WebConfigContext } from '#config/web-config-context.tsx';

type AppProps = { config: WebConfig; queryClient: QueryClient; router: RouterProviderProps['router'] };

export const App = ({ config, queryClient, router }: AppProps) => (
  <WebConfigContext value={config}>
    <QueryClientProvider client={queryClient}>
      <ToastProvider>
        <RouterProvider router={router} />
      </ToastProvider>
    </QueryClientProvider>
  </WebConfigContext>
);
