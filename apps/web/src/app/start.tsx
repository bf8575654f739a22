import { productName } from '@share-my-files/contract';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { loadWebConfig } from '#config/web-config.ts';
import { straightenLink } from '#features/links/link-address.ts';
import { createPublicApiClient } from '#lib/public-api-client.ts';
import { createQueryClient } from '#lib/query-client.ts';
import '#styles/global.css';
import { ReloadState } from './errors/reload-state.tsx';
import { AppProviders } from './providers.tsx';
import { createAppRouter } from './router.tsx';
import type { OpenedSession } from './session/open-session.ts';

/** Before the router reads the address, and before any request of the app. */
const straightenAddress = (): void => {
  const straight = straightenLink(location);
  if (straight !== undefined) history.replaceState(history.state, '', straight);
};

/** Loads the configuration and renders the app into the element. */
export const start = async (element: HTMLElement): Promise<void> => {
  straightenAddress();
  const root = createRoot(element);
  try {
    const loadingConfig = loadWebConfig();
    const queryClient = createQueryClient();
    let opened: Promise<OpenedSession> | undefined;
    const open = async () => {
      const [{ openSession }, config] = await Promise.all([
        import('./session/open-session.ts'),
        loadingConfig,
      ]);
      return openSession(config, queryClient);
    };
    // Loads the code of the first page at once, beside the configuration.
    const router = createAppRouter(() => {
      opened ??= open();
      return opened;
    });
    const publicApi = createPublicApiClient();
    const config = await loadingConfig;
    root.render(
      <StrictMode>
        <AppProviders config={config} queryClient={queryClient} publicApi={publicApi}>
          <RouterProvider router={router} />
        </AppProviders>
      </StrictMode>,
    );
  } catch (error) {
    // For the people who deploy the app: users must not see what is wrong with config.json.
    reportError(error);
    root.render(<ReloadState title={`${productName} could not start`} error={error} />);
  }
};
