import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from '#app/app.tsx';
import { ReloadState } from '#app/reload-state.tsx';
import { createAppRouter } from '#app/router.tsx';
import { loadWebConfig } from '#config/web-config.ts';
import { createQueryClient } from '#lib/query-client.ts';
import './styles/global.css';

// Compiling schemas needs `new Function`, which a strict Content-Security-Policy refuses and reports.
z.config({ jitless: true });

const element = document.getElementById('root');
if (element === null) throw new Error('index.html has no element with the id "root".');
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
  root.render(<ReloadState title="ShareMyFiles could not start" error={error} />);
}
