import { productName } from '@share-my-files/contract';
import type { QueryClient } from '@tanstack/react-query';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadWebConfig, type WebConfig } from '#config/web-config.ts';
import { isPublicLink, straightenLink } from '#features/links/link-address.ts';
import { createPublicApiClient } from '#lib/public-api-client.ts';
import { createQueryClient } from '#lib/query-client.ts';
import '#styles/global.css';
import { ReloadState } from './errors/reload-state.tsx';
import { AppProviders } from './providers.tsx';

/** Before any code reads the address, and before any request of the app. */
const straightenAddress = (): void => {
  const straight = straightenLink(location);
  if (straight !== undefined) history.replaceState(history.state, '', straight);
};

/** Loads the code of the first page, without the router where there is only one page. */
const loadApp = async (config: Promise<WebConfig>, queryClient: QueryClient): Promise<ReactNode> => {
  if (isPublicLink(location)) {
    const { VisitorApp } = await import('./visitor-app.tsx');
    return <VisitorApp />;
  }
  const { createUserApp } = await import('./user-app.tsx');
  return createUserApp(config, queryClient);
};

/** Loads the configuration and renders the app into the element. */
export const start = async (element: HTMLElement): Promise<void> => {
  straightenAddress();
  const root = createRoot(element);
  try {
    const queryClient = createQueryClient();
    const loadingConfig = loadWebConfig();
    const [config, app] = await Promise.all([loadingConfig, loadApp(loadingConfig, queryClient)]);
    root.render(
      <StrictMode>
        <AppProviders config={config} queryClient={queryClient} publicApi={createPublicApiClient()}>
          {app}
        </AppProviders>
      </StrictMode>,
    );
  } catch (error) {
    // For the people who deploy the app: users must not see what is wrong with config.json.
    reportError(error);
    root.render(<ReloadState title={`${productName} could not start`} error={error} />);
  }
};
