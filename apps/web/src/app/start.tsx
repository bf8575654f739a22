import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadWebConfig } from '#config/web-config.ts';
import { createQueryClient } from '#lib/query-client.ts';
import '#styles/global.css';
import { App } from './app.tsx';
import { ReloadState } from './errors/reload-state.tsx';
import { createAppRouter } from './router.tsx';

/** Reads the configuration and draws the app into the element. */
export const start = async (element: HTMLElement): Promise<void> => {
  const root = createRoot(element);
  try {
    const config = await loadWebConfig();
    const queryClient = createQueryClient();
    const router = createAppRouter(config, queryClient);
    root.render(
      <StrictMode>
        <App config={config} queryClient={queryClient} router={router} />
      </StrictMode>,
    );
  } catch (error) {
    // For whoever has deployed the app: what is wrong with config.json is nothing to show to people.
    reportError(error);
    root.render(<ReloadState title="ShareMyFiles could not start" error={error} />);
  }
};
